/** What a fresh installation has so far, as counted. */
export interface SetUpState {
  people: number;
  units: number;
  hasChosenTarget: boolean;
  nominations: number;
  champions: number;
  rounds: number;
}

export type SetUpStepKey = 'people' | 'units' | 'target' | 'nominators' | 'round';

export interface SetUpStep {
  key: SetUpStepKey;
  isDone: boolean;
}

/** The five steps from nothing to the first round, in their order, each true or not by what is there. */
export function setUpSteps(state: SetUpState): SetUpStep[] {
  return [
    { key: 'people', isDone: state.people > 1 },
    { key: 'units', isDone: state.units > 1 },
    { key: 'target', isDone: state.hasChosenTarget },
    { key: 'nominators', isDone: state.nominations > 0 || state.champions > 0 },
    { key: 'round', isDone: state.rounds > 0 },
  ];
}

/** The list stays on the home page until people are imported and a first round was begun. */
export const isFresh = (state: SetUpState): boolean => state.people <= 1 || state.rounds === 0;
