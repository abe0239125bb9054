import { downloadCsv } from '@flipside/platform-web';

const HEADER = [
  'Employee ID',
  'First name',
  'Last name',
  'E-mail',
  'Job title',
  'Division',
  'Department',
  'Location',
  'Country',
  'Manager ID',
  'Hire date',
  'Status',
];

const ROWS = [
  [
    '1001',
    'Ada',
    'Okafor',
    'ada@example.com',
    'Chief Executive',
    'Executive',
    'Executive',
    'London',
    'GB',
    '',
    '2015-01-05',
    'Active',
  ],
  [
    '1002',
    'Mei',
    'Tan',
    'mei@example.com',
    'Head of Engineering',
    'Technology',
    'Engineering',
    'Singapore',
    'SG',
    '1001',
    '2016-02-01',
    'Active',
  ],
  [
    '1003',
    'Jonas',
    'Weber',
    'jonas@example.com',
    'Engineer',
    'Technology',
    'Engineering',
    'Berlin',
    'DE',
    '1002',
    '2017-03-13',
    'On leave',
  ],
];

/** A small staff list to look at, with columns that are recognised. */
export const downloadSample = (): void => downloadCsv('sample-staff-list.csv', HEADER, ROWS);
