import { describe, expect, it } from '@jest/globals';
import type { Role } from '@flipside/platform-web';
import { routes } from '../contexts.js';
import { groupsOf, markedAt, navItemsFor, phoneItemsOf } from './navigation.js';

const ROLES: Role[] = ['EMPLOYEE', 'CHAMPION', 'EXECUTIVE', 'DELEGATE', 'HR_LEAD', 'ADMINISTRATOR'];
const itemsFor = (...roles: Role[]) => navItemsFor({ roles: ['EMPLOYEE', ...roles] });
const labels = (...roles: Role[]) => itemsFor(...roles).map((item) => item.label);

describe('navigation', () => {
  it('gives every address to one page only', () => {
    const shapes = routes.map(({ path }) => path.replaceAll(/:[A-Za-z]+/gu, ':'));
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([]);
  });

  it('leads HR to coverage and matching, and executives to neither', () => {
    expect(labels('HR_LEAD')).toEqual(expect.arrayContaining(['Coverage', 'Matching']));
    expect(labels('EXECUTIVE')).not.toContain('Coverage');
    expect(labels('EXECUTIVE')).not.toContain('Matching');
  });

  it('keeps the server’s own pages to administrators', () => {
    for (const role of ROLES.filter((each) => each !== 'ADMINISTRATOR')) {
      expect(groupsOf(itemsFor(role)).map(({ group }) => group)).not.toContain('admin');
    }
    expect(groupsOf(itemsFor('ADMINISTRATOR')).map(({ group }) => group)).toContain('admin');
  });

  it('shows a person with several roles everything once, coaching first', () => {
    const all = labels('EXECUTIVE', 'HR_LEAD', 'ADMINISTRATOR', 'CHAMPION');
    expect(new Set(all).size).toBe(all.length);
    expect(groupsOf(itemsFor('EXECUTIVE', 'HR_LEAD')).map(({ group }) => group)).toEqual([
      'coaching',
      'everyone',
      'programme',
      'pairings',
      'setup',
    ]);
  });

  it('draws every entry of a person differently', () => {
    const icons = itemsFor(...ROLES, 'IMPACT_ANALYST').map(({ icon }) => icon);
    expect(new Set(icons).size).toBe(icons.length);
  });

  it('puts on a phone what the role is for', () => {
    const bar = (role: Role) => phoneItemsOf(itemsFor(role)).map(({ label }) => label);
    expect(bar('HR_LEAD')).toEqual(['Coverage', 'Matching']);
    expect(bar('ADMINISTRATOR')).toEqual(['Outbox', 'Health']);
    expect(bar('EXECUTIVE')).toEqual(['Sessions', 'Learned']);
  });

  it.each([
    ['/', 'Home'],
    ['/matching', 'Matching'],
    ['/matching/pairings', 'Matching'],
    ['/matching/7/review', 'Matching'],
    ['/matching/impact', 'Impact'],
    ['/coverage/3', 'Coverage'],
    ['/settings/locations/4/holidays', 'Settings'],
    ['/sessionsomething', undefined],
    ['/privacy', undefined],
  ])('marks for the page %s the entry %s', (pathname, label) => {
    const items = itemsFor('EXECUTIVE', 'HR_LEAD', 'IMPACT_ANALYST', 'CHAMPION');
    expect(markedAt(pathname, items)?.label).toBe(label);
  });

  it('fills a phone’s bar with at most two entries beside Home and More', () => {
    for (const role of ROLES) expect(phoneItemsOf(itemsFor(role)).length).toBeLessThanOrEqual(2);
  });
});
