import {
  type CellCount,
  cellOf,
  type Coverage,
  coverageAfter,
  type CoverageFigure,
  type CoverageInput,
  figureOf,
  type Group,
  type UnitCoverage,
} from '@flipside/champions-domain';
import { barrier } from '@flipside/platform-api';

/** What a gap is in: a unit, a site, a level, or what any of them have in common; at least one is given. */
export interface PlaceAsked {
  readonly unitId: string | null;
  readonly locationId: string | null;
  /** 1 is the top. */
  readonly level: number | null;
}

export interface Place extends PlaceAsked {
  readonly unit: UnitCoverage | null;
  readonly site: UnitCoverage | null;
  readonly figure: CoverageFigure;
  /** The place and the company once as many more champions have started there. */
  after(more: number): {
    figure: CoverageFigure;
    company: Pick<CoverageFigure, 'champions' | 'required'>;
  };
}

/** A report of today, and what it was made of. */
type Report = Coverage & { readonly input: CoverageInput };

interface Cuts {
  /** Each site by its own arithmetic, and people by unit and site; null when no site is asked for. */
  readonly sites: (Report & { readonly cells: readonly CellCount[] }) | null;
  /** People and champions of the level asked for, in the unit and at the site if given; null when none is asked for. */
  readonly atLevel: Group | null;
}

/** The figure of one gap, by the same arithmetic as where it is shown. @throws Barrier NOT_FOUND for no such place */
export function placeOf(asked: PlaceAsked, report: Report, { sites, atLevel }: Cuts): Place {
  const { unitId, locationId } = asked;
  const unit = report.units.find(({ id }) => id === unitId) ?? null;
  const site = sites?.units.find(({ id }) => id === locationId) ?? null;
  const isKnown = (unitId === null || unit) && (locationId === null || site);
  if (!isKnown) throw barrier('NOT_FOUND');
  const { rules } = report.input;
  const ratio = unit?.targetRatio ?? rules.targetRatio;
  const whole = unit ?? site;
  const part =
    atLevel ??
    (unit && site && sites
      ? cellOf(report, sites.cells, rules, { unitId: unit.id, locationId: site.id })
      : null);
  const figure = part ? figureOf(part, ratio, rules) : whole;
  if (!figure) throw barrier('NOT_FOUND');
  return {
    ...asked,
    unit,
    site,
    figure,
    after: (more) => {
      const cut = unit ? report : sites;
      const grown = whole && cut && coverageAfter(cut.input, whole.id, more);
      const { champions, required } = grown ? grown.company : report.company;
      return {
        company: { champions: grown ? champions : champions + more, required },
        figure: part
          ? figureOf({ people: part.people, champions: part.champions + more }, ratio, rules)
          : (grown?.units.find(({ id }) => id === whole?.id) ?? figure),
      };
    },
  };
}
