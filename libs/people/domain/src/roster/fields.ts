/** Everything a roster can tell about a person. */
export const ROSTER_FIELDS = [
  'employeeNo',
  'firstName',
  'lastName',
  'fullName',
  'email',
  'title',
  'unit1',
  'unit2',
  'unit3',
  'unit4',
  'unit5',
  'unit6',
  'unitCode',
  'unitPath',
  'parentUnit',
  'location',
  'region',
  'country',
  'timeZone',
  'managerNo',
  'managerEmail',
  'managerName',
  'level',
  'employmentType',
  'status',
  'onLeave',
  'hireOn',
  'leaveOn',
  'fte',
  'languages',
] as const;

export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Which column (counted from 0) holds which field. */
export type ColumnMapping = Readonly<Partial<Record<RosterField, number>>>;

export const UNIT_FIELDS = [
  'unit1',
  'unit2',
  'unit3',
  'unit4',
  'unit5',
  'unit6',
] as const satisfies RosterField[];

/** How fields are named to people who map columns. */
export const FIELD_LABELS: Readonly<Record<RosterField, string>> = {
  employeeNo: 'Employee ID',
  firstName: 'First name',
  lastName: 'Last name',
  fullName: 'Full name',
  email: 'E-mail',
  title: 'Job title',
  unit1: 'Unit, top level',
  unit2: 'Unit, level 2',
  unit3: 'Unit, level 3',
  unit4: 'Unit, level 4',
  unit5: 'Unit, level 5',
  unit6: 'Unit, level 6',
  unitCode: 'Unit code',
  unitPath: 'Unit as a path',
  parentUnit: 'Parent unit',
  location: 'Location',
  region: 'State or region',
  country: 'Country',
  timeZone: 'Time zone',
  managerNo: 'Manager’s employee ID',
  managerEmail: 'Manager’s e-mail',
  managerName: 'Manager’s name',
  level: 'Level',
  employmentType: 'Kind of employment',
  status: 'Status',
  onLeave: 'On leave',
  hireOn: 'Hire date',
  leaveOn: 'Leave date',
  fte: 'Share of full time',
  languages: 'Languages',
};

/**
 * Headings of common HR systems for each field, most telling first, written as `headingKey` makes them.
 * `unit…` fields share one list, see `UNIT_HEADINGS`.
 */
export const HEADINGS: Readonly<Partial<Record<RosterField, string>>> = {
  employeeNo:
    'employeeid|employeenumber|employeeno|employeekey|empid|empno|empnumber|userid|associateid|employeeidincompany|personnelnumber|personnelno|personalnummer|mitarbeiternummer|mitarbeiterid|staffid|staffnumber|workerid|personid|personnumber|businessentityid|filenumber|matricule|numeroempleado|workdayid|globalid|id',
  firstName:
    'legalfirstname|legalnamefirstname|firstname|givenname|forename|vorname|prenom|fname|nombre|first',
  lastName:
    'legallastname|legalnamelastname|lastname|surname|familyname|nachname|familienname|lname|apellidos|nom|last',
  fullName:
    'fullname|legalname|employeename|payrollname|worker|workername|lastnamefirstname|displayname|name|mitarbeitername|nomcomplet|nombrecompleto',
  email:
    'emailprimarywork|workemail|primaryworkemail|workcontactworkemail|emailwork|businessemail|companyemail|emailaddress|email|mail|emailadresse|courriel|correo|userprincipalname',
  title:
    'businesstitle|jobtitle|positiontitle|title|jobtitledescription|position|positiondescription|jobdescription|jobname|jobprofile|stellenbezeichnung|funktion|berufsbezeichnung|poste|intituleduposte|puesto|role',
  unitCode:
    'departmentid|departmentcode|deptid|deptno|homedepartmentcode|unitcode|orgunitid|orgunitcode|costcentercode|costcenterid',
  unitPath:
    'unitpath|orgpath|organizationpath|organisationpath|departmentpath|organizationhierarchy|hierarchy',
  parentUnit:
    'parentdepartment|parentunit|parentorg|parentorganization|parentorganisation|parentunitcode|parentdepartmentcode|superiororganization',
  location:
    'location|locationname|worklocation|locationdescription|primaryworklocation|officelocation|office|site|standort|buro|arbeitsort|primaryworklocationcode|locationcode|lieudetravail|city|ort|stadt',
  region: 'stateprovincename|stateprovince|state|province|bundesland|locationstate',
  country:
    'country|countryname|countrycode|countryregioncode|locationcountry|workcountry|land|pays|pais|countryid',
  timeZone: 'timezone|tz|zeitzone|fuseauhoraire',
  managerNo:
    'manageremployeeid|managerid|managernumber|managerno|managerempno|manageremployeenumber|manageruserid|supervisorid|supervisoreid|supervisoremployeenumber|reportstoid|reportstoassociateid|reportstoidincompany|reportstoemployeeid|managerbusinessentityid|parentemployeekey|linemanagerid|vorgesetzterid|directmanagerid',
  managerEmail:
    'manageremail|manageremailaddress|supervisoremail|vorgesetzteremail|reportstoemail|linemanageremail|managerworkemail|directmanageremail',
  managerName:
    'workersmanager|managername|reportingto|reportstoname|reportsto|manager|supervisorname|supervisor|linemanager|directmanager|vorgesetzter|vorgesetzte|manageremployeename|responsable',
  level: 'level|managementlevel|joblevel|hierarchylevel|ebene|levelnumber',
  employmentType:
    'workertype|employmenttype|employeetype|typeofemployment|beschaftigungsart|anstellungsart|contracttype|vertragsart|employeeclass|employmentstatus|regulartemporary|typedecontrat',
  status:
    'activestatus|positionstatus|employeestatus|employeestatuscode|lifecyclestatus|workerstatus|stillemployed|status|employmentstatuscode|employmentstatus|currentflag|isactive|active|statut',
  onLeave: 'onleave|isonleave|leaveofabsence|onleaveofabsence',
  hireOn:
    'hiredate|lasthiredate|dateofhire|originalhiredate|dateofjoining|joiningdate|joindate|einstellungsdatum|eintrittsdatum|employmentstartdate|startdate|dateembauche|fechadealta',
  leaveOn:
    'terminationdate|dateoftermination|kundigungsdatum|austrittsdatum|employmentenddate|leavedate|leavingdate|exitdate|lastdayofwork|lastworkingday|lastday|enddate|datedesortie|fechadebaja',
  fte: 'fte|ftepercent|fulltimeequivalent|beschaftigungsgrad|standardfte',
  languages: 'languages|language|spokenlanguages|sprachen|sprache|langues|idiomas',
};

/** Headings of unit columns from the top of the organisation down. `Org Level 1` … are recognised by number. */
export const UNIT_HEADINGS: readonly (readonly string[])[] = [
  ['businessunit', 'businessgroup', 'unternehmensbereich', 'sector'],
  ['division', 'divisionname', 'groupname', 'geschaftsbereich', 'bereich', 'function', 'direction'],
  [
    'department',
    'departmentname',
    'dept',
    'deptname',
    'homedepartment',
    'homedepartmentdescription',
    'abteilung',
    'departement',
    'departamento',
    'orgunit',
    'organizationalunit',
    'unit',
  ],
  ['subdepartment', 'section'],
  ['team', 'teamname', 'subteam'],
];

/** Used as the unit only when no other unit column is there. */
export const LAST_RESORT_UNITS: readonly string[] = [
  'costcenter',
  'costcentername',
  'kostenstelle',
  'supervisoryorganization',
  'organization',
  'organisation',
];
