import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { readLayout } from './layout.js';
import type { ColumnMapping } from './fields.js';

const samples = path.join(import.meta.dirname, '../../../api/src/import/data');
const read = (name: string, encoding: BufferEncoding = 'utf8'): string =>
  fs
    .readFileSync(path.join(samples, name))
    .toString(encoding)
    .replace(/^\ufeff/, '');

function layoutOf(text: string) {
  const layout = readLayout(text);
  if (!layout.ok) throw new Error(layout.refusal.message);
  const { header, mapping } = layout.value;
  const named = Object.fromEntries(
    Object.entries(mapping as Required<ColumnMapping>).map(([field, column]) => [
      field,
      header[column],
    ]),
  );
  return { ...layout.value, named };
}

describe('the layout of a roster file', () => {
  it('finds the header of a Workday report below its title lines', () => {
    const layout = layoutOf(read('workday-worker-report.csv'));
    expect([layout.delimiter, layout.headerRow, layout.firstRow]).toEqual([',', 4, 5]);
    expect(layout.named).toEqual({
      employeeNo: 'Employee ID',
      firstName: 'Legal Name - First Name',
      lastName: 'Legal Name - Last Name',
      fullName: 'Worker',
      email: 'Email - Primary Work',
      title: 'Business Title',
      unit1: 'Cost Center',
      location: 'Location',
      country: 'Country',
      managerNo: 'Manager Employee ID',
      managerName: "Worker's Manager",
      employmentType: 'Worker Type',
      status: 'Active Status',
      onLeave: 'On Leave',
      hireOn: 'Hire Date',
      leaveOn: 'Termination Date',
    });
  });

  it('reads BambooHR with the manager by name and the division above the department', () => {
    expect(layoutOf(read('bamboohr-report.csv')).named).toEqual({
      employeeNo: 'Employee #',
      firstName: 'First Name',
      lastName: 'Last Name',
      fullName: 'Last name, First name',
      email: 'Work Email',
      title: 'Job Title',
      unit1: 'Division',
      unit2: 'Department',
      location: 'Location',
      managerName: 'Reporting to',
      employmentType: 'Employment Status',
      status: 'Status',
      hireOn: 'Hire Date',
    });
  });

  it('puts the Personio team above the department when the rows say so', () => {
    const layout = layoutOf(read('personio-export-de.csv', 'latin1'));
    expect(layout.delimiter).toBe(';');
    expect(layout.named).toMatchObject({
      employeeNo: 'ID',
      unit1: 'Team',
      unit2: 'Abteilung',
      location: 'Büro',
      managerEmail: 'Vorgesetzte:r E-Mail',
      managerName: 'Vorgesetzte:r',
      hireOn: 'Einstellungsdatum',
      leaveOn: 'Kündigungsdatum',
      employmentType: 'Beschäftigungsart',
    });
  });

  it('knows the sample databases', () => {
    expect(layoutOf(read('adventureworks-oltp-290.csv')).named).toMatchObject({
      employeeNo: 'BusinessEntityID',
      unit1: 'GroupName',
      unit2: 'DepartmentName',
      location: 'City',
      region: 'StateProvinceName',
      country: 'CountryRegionCode',
      managerNo: 'ManagerBusinessEntityID',
      status: 'CurrentFlag',
    });
    const dimension = layoutOf(read('adventureworks-dimemployee-296.psv'));
    expect(dimension.delimiter).toBe('|');
    expect(dimension.named).toMatchObject({
      employeeNo: 'EmployeeKey',
      managerNo: 'ParentEmployeeKey',
      unit1: 'DepartmentName',
      status: 'Status',
      leaveOn: 'EndDate',
      hireOn: 'HireDate',
    });
    const oracle = layoutOf(read('oracle-hr-emp-details.csv'));
    expect(oracle.named).toMatchObject({
      employeeNo: 'EMPLOYEE_ID',
      unit1: 'DEPARTMENT_NAME',
      unitCode: 'DEPARTMENT_ID',
      managerNo: 'MANAGER_ID',
      title: 'JOB_TITLE',
    });
    expect(oracle.named).not.toHaveProperty('email');
    expect(layoutOf(read('northwind-employees-9.csv')).named).toMatchObject({
      managerNo: 'ReportsTo',
      title: 'Title',
    });
  });

  it('passes over the second header line of SuccessFactors', () => {
    const layout = layoutOf(
      'STATUS,USERID,FIRSTNAME,LASTNAME,MANAGER,HR,EMAIL,DEPARTMENT,HIREDATE,TIMEZONE\n' +
        'Status,User ID,First Name,Last Name,Manager,HR,Email,Department,Hire Date,Time Zone\n' +
        'active,100,Ana,Ruiz,NO_MANAGER,NO_HR,ana@x.test,Board,01/02/2020,Europe/Madrid\n' +
        'active,101,Bo,Li,100,NO_HR,bo@x.test,Sales,02/13/2021,Asia/Shanghai\n',
    );
    expect([layout.headerRow, layout.firstRow]).toEqual([1, 3]);
    expect(layout.named).toMatchObject({
      employeeNo: 'USERID',
      managerNo: 'MANAGER',
      timeZone: 'TIMEZONE',
    });
  });

  it('takes the delimiter that Excel declares in the first line', () => {
    const layout = layoutOf('sep=;\nID;Name;E-Mail\n1;Ana, Ruiz;a@x.test\n2;Bo, Li;b@x.test\n');
    expect([layout.delimiter, layout.headerRow]).toEqual([';', 2]);
  });

  it.each(['^', '~', ':', '!', '#', '¦', '\u0001', '\u001f'])(
    'finds the rare delimiter %j by the headings it makes',
    (delimiter) => {
      const rows = [
        ['Employee ID', 'Name', 'E-Mail', 'Department'],
        ['1', 'Ana, Ruiz', 'a@x.test', 'R&D; Labs'],
        ['2', 'Bo', 'b@x.test', 'Sales'],
      ];
      const layout = layoutOf(rows.map((row) => row.join(delimiter)).join('\r\n') + '\r\n');
      expect([layout.delimiter, layout.header.length, layout.sample.length]).toEqual([
        delimiter,
        4,
        2,
      ]);
    },
  );

  it.each([
    ['Name\nAna\nBo\n', 'ONE_COLUMN'],
    ['Employee ID,Name\n', 'NO_ROWS'],
    ['Employee ID,Name\n1,"Ana\n2,Bo\n', 'UNCLOSED_QUOTE'],
    ['\n\n', 'EMPTY_FILE'],
    [`${Array.from({ length: 501 }, (_, at) => `c${at}`).join(',')}\n1\n`, 'TOO_MANY_COLUMNS'],
  ])('refuses %j with %s', (text, code) => {
    const layout = readLayout(text);
    expect(layout.ok ? 'read' : layout.refusal.code).toBe(code);
  });
});
