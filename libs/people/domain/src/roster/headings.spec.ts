import { describe, expect, it } from '@jest/globals';
import type { ColumnMapping } from './fields.js';
import { readLayout } from './layout.js';

/** Heading that each field is read from. */
function columnsOf(text: string): Record<string, string | undefined> {
  const layout = readLayout(text);
  if (!layout.ok) throw new Error(layout.refusal.message);
  const { header, mapping } = layout.value;
  return Object.fromEntries(
    Object.entries(mapping as Required<ColumnMapping>).map(([field, at]) => [field, header[at]]),
  );
}

/**
 * The usual headings of systems of which no sample file lies in the data: as their own reports name the fields, and as
 * their interfaces do, which the connectors of others write into files (SailPoint for UKG Pro, Fivetran for HiBob).
 */
describe('headings of HR systems', () => {
  it('reads a report of UKG Pro: four levels from the top, codes beside them, a midnight behind the dates', () => {
    expect(
      columnsOf(
        [
          'Company Code,Employee Number,First Name,Last Name,Preferred Name,Email Address,Job Title,Org Level 1 Code,Org Level 1,Org Level 2 Code,Org Level 2,Org Level 3,Org Level 4,Location,Supervisor Employee Number,Supervisor Name,Last Hire Date,Date of Termination,Employment Status Code',
          'ACME,000101,Ana,Reyes,,ana.reyes@acme.example,Controller,100,Finance,110,Accounting,Ledger,Close,Weston,000001,"Kim, Jo",3/4/2019 12:00:00 AM,,A',
          'ACME,000102,Bo,Li,Bobby,bo.li@acme.example,Analyst,100,Finance,120,Treasury,Cash,Banks,Weston,000101,"Reyes, Ana",11/23/2021 12:00:00 AM,,L',
          'ACME,000103,Cy,Ode,,cy.ode@acme.example,Buyer,200,Supply,210,Buying,Metals,Spot,Toronto,000001,"Kim, Jo",1/2/2015 12:00:00 AM,6/30/2025 12:00:00 AM,T',
        ].join('\n'),
      ),
    ).toEqual({
      employeeNo: 'Employee Number',
      firstName: 'First Name',
      lastName: 'Last Name',
      email: 'Email Address',
      title: 'Job Title',
      unit1: 'Org Level 1',
      unit2: 'Org Level 2',
      unit3: 'Org Level 3',
      unit4: 'Org Level 4',
      location: 'Location',
      managerNo: 'Supervisor Employee Number',
      managerName: 'Supervisor Name',
      status: 'Employment Status Code',
      hireOn: 'Last Hire Date',
      leaveOn: 'Date of Termination',
    });
  });

  it('reads UKG Pro as its interface names the fields', () => {
    expect(
      columnsOf(
        [
          'employeeNumber,firstName,lastName,emailAddress,jobDescription,orgLevel1.description,orgLevel2.description,primaryWorkLocationCode,supervisorId,lastHireDate,dateOfTermination,employeeStatusCode',
          '101,Ana,Reyes,ana@acme.example,Controller,Finance,Accounting,WES,1,2019-03-04T00:00:00,,A',
          '102,Bo,Li,bo@acme.example,Analyst,Finance,Treasury,WES,101,2021-11-23T00:00:00,2025-06-30T00:00:00,T',
        ].join('\n'),
      ),
    ).toEqual({
      employeeNo: 'employeeNumber',
      firstName: 'firstName',
      lastName: 'lastName',
      email: 'emailAddress',
      title: 'jobDescription',
      unit1: 'orgLevel1.description',
      unit2: 'orgLevel2.description',
      location: 'primaryWorkLocationCode',
      managerNo: 'supervisorId',
      status: 'employeeStatusCode',
      hireOn: 'lastHireDate',
      leaveOn: 'dateOfTermination',
    });
  });

  it('reads a report of HiBob, where "Reports to" holds names', () => {
    expect(
      columnsOf(
        [
          'Display name,First name,Last name,Email,Employee ID in company,Job title,Department,Site,Country,Reports to,Reports to ID in company,Start date,Termination date,Lifecycle status,Employment type',
          'Ana Reyes,Ana,Reyes,ana@hilde.example,1,Head of Finance,Finance,London,United Kingdom,,,04/03/2019,,Employed,Full time',
          'Bo Li,Bo,Li,bo@hilde.example,2,Analyst,Finance,London,United Kingdom,Ana Reyes,1,23/11/2021,,Employed,Part time',
          'Cy Ode,Cy,Ode,cy@hilde.example,3,Designer,Product,Lisbon,Portugal,Ana Reyes,1,02/01/2015,30/06/2025,Terminated,Full time',
        ].join('\n'),
      ),
    ).toEqual({
      employeeNo: 'Employee ID in company',
      firstName: 'First name',
      lastName: 'Last name',
      fullName: 'Display name',
      email: 'Email',
      title: 'Job title',
      unit1: 'Department',
      location: 'Site',
      country: 'Country',
      managerNo: 'Reports to ID in company',
      managerName: 'Reports to',
      employmentType: 'Employment type',
      status: 'Lifecycle status',
      hireOn: 'Start date',
      leaveOn: 'Termination date',
    });
  });

  it('reads HiBob as connectors write its fields', () => {
    expect(
      columnsOf(
        [
          'id,display_name,first_name,surname,email,employee_id_in_company,title,department,site,reports_to_id_in_company,start_date,termination_date,status',
          '3332884,Ana Reyes,Ana,Reyes,ana@hilde.example,1,Head of Finance,Finance,London,,2019-03-04,,Active',
          '3332885,Bo Li,Bo,Li,bo@hilde.example,2,Analyst,Finance,London,1,2021-11-23,2025-06-30,Inactive',
        ].join('\n'),
      ),
    ).toEqual({
      employeeNo: 'employee_id_in_company',
      firstName: 'first_name',
      lastName: 'surname',
      fullName: 'display_name',
      email: 'email',
      title: 'title',
      unit1: 'department',
      location: 'site',
      managerNo: 'reports_to_id_in_company',
      status: 'status',
      hireOn: 'start_date',
      leaveOn: 'termination_date',
    });
  });

  it('reads a data file of SuccessFactors and a report of ADP', () => {
    expect(
      columnsOf(
        [
          'STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,EMAIL,MANAGER,HR,DEPARTMENT,DIVISION,LOCATION,TITLE,HIREDATE,TIMEZONE',
          'STATUS,User ID,Username,First Name,Last Name,Email,Manager,HR,Department,Division,Location,Title,Hire Date,Time Zone',
          'active,101,areyes,Ana,Reyes,ana@acme.example,NO_MANAGER,NO_HR,Accounting,Finance,Berlin,Controller,03/04/2019,Europe/Berlin',
          'active,102,bli,Bo,Li,bo@acme.example,101,NO_HR,Treasury,Finance,Berlin,Analyst,11/23/2021,Europe/Berlin',
          'inactive,103,code,Cy,Ode,cy@acme.example,101,NO_HR,Buying,Supply,Leeds,Buyer,01/02/2015,Europe/London',
        ].join('\n'),
      ),
    ).toMatchObject({
      employeeNo: 'USERID',
      firstName: 'FIRSTNAME',
      lastName: 'LASTNAME',
      email: 'EMAIL',
      managerNo: 'MANAGER',
      unit1: 'DIVISION',
      unit2: 'DEPARTMENT',
      location: 'LOCATION',
      title: 'TITLE',
      status: 'STATUS',
      hireOn: 'HIREDATE',
      timeZone: 'TIMEZONE',
    });
    expect(
      columnsOf(
        [
          'Payroll Name,Associate ID,Position ID,Job Title Description,Home Department,Location Description,Reports To Name,Reports To Associate ID,Hire Date,Termination Date,Position Status,Work Contact: Work Email',
          '"Reyes, Ana M",A1,P1,Controller,100 - Finance,Weston,,,03/04/2019,,Active,ana@acme.example',
          '"Li, Bo",A2,P2,Analyst,110 - Treasury,Weston,"Reyes, Ana M",A1,11/23/2021,,Leave,bo@acme.example',
        ].join('\n'),
      ),
    ).toMatchObject({
      employeeNo: 'Associate ID',
      fullName: 'Payroll Name',
      title: 'Job Title Description',
      unit1: 'Home Department',
      location: 'Location Description',
      managerNo: 'Reports To Associate ID',
      managerName: 'Reports To Name',
      hireOn: 'Hire Date',
      status: 'Position Status',
      email: 'Work Contact: Work Email',
    });
  });
});
