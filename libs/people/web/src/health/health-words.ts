import { graphql } from '@flipside/platform-web';

/** The checks of the installation, as `doctor` makes them. */
export const Health = graphql(`
  query Health {
    health {
      checkedAt
      state
      checks {
        id
        title
        state
        finding
        advice
      }
    }
  }
`);

type State = 'OK' | 'WARN' | 'FAIL';

export interface Check {
  id: string;
  title: string;
  state: State;
  finding: string;
  advice?: string | null | undefined;
}

/** A state as a word, a tone and a headline. */
export const WORDS = {
  OK: { word: 'Well', tone: 'covered', headline: 'All is well.' },
  WARN: { word: 'Look here', tone: 'close', headline: 'It works. Some things need a look.' },
  FAIL: { word: 'Does not work', tone: 'none', headline: 'Something does not work.' },
} as const;
