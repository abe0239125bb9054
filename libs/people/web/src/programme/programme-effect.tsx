import {
  differenceOf,
  problemsOf,
  ruleInWords,
  ruleLabel,
  type ProgrammeRule,
  type ProgrammeRules,
} from '@flipside/people-domain';
import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import { Alert, Stack, Text } from '@flipside/ui';
import { useEffect, useState } from 'react';
import { inputOf } from './rule-fields.js';

const Effect = graphql(`
  query ProgrammeEffect($rules: ProgrammeRulesInput!) {
    programmeEffect(rules: $rules) {
      now {
        people
        championsNeeded
        smallUnits
        unitsWithTarget
        executives
      }
      then {
        people
        championsNeeded
        smallUnits
        unitsWithTarget
        executives
      }
    }
  }
`);

interface Figures {
  people: number;
  championsNeeded: number;
  smallUnits: number;
  executives: number;
}

const PAUSE_MS = 300;

/** Follows a value once it rests, so that not every key press asks the server. */
function useResting<Value>(value: Value): Value {
  const [resting, setResting] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setResting(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return resting;
}

/** What would change, in sentences; figures that stay the same are not mentioned. */
export function effectSentences(now: Figures, then: Figures): string[] {
  const instead = (figure: keyof Figures): string =>
    `${formatNumber(then[figure])} instead of ${formatNumber(now[figure])}`;
  return [
    ...(now.people === then.people ? [] : [`People who count: ${instead('people')}.`]),
    ...(now.championsNeeded === then.championsNeeded
      ? []
      : [`Champions the company needs: ${instead('championsNeeded')}.`]),
    ...(now.smallUnits === then.smallUnits
      ? []
      : [`Units too small for a target of their own: ${instead('smallUnits')}.`]),
    ...(now.executives === then.executives
      ? []
      : [`People whose level makes them executives: ${instead('executives')}.`]),
  ];
}

const inWords = (rule: ProgrammeRule, rules: ProgrammeRules): string =>
  ruleInWords(rule, rules[rule]);

/** Before the rules are saved: each change in words, and what it means for the company of today. */
export function ProgrammeEffectNote({
  change,
  saved,
}: {
  change: Partial<ProgrammeRules>;
  saved: ProgrammeRules;
}) {
  const wish = JSON.stringify(change);
  const resting = useResting(wish);
  const wished = { ...saved, ...change };
  const changed = Object.keys(differenceOf(saved, wished).after) as ProgrammeRule[];
  const isSound = problemsOf(wished).length === 0;
  const { data } = usePageQuery(Effect, {
    variables: { rules: inputOf(JSON.parse(resting) as Partial<ProgrammeRules>) },
    isPaused: changed.length === 0 || !isSound || resting !== wish,
  });
  if (changed.length === 0) return null;
  const effect = isSound && resting === wish ? data?.programmeEffect : undefined;
  const sentences = effect ? effectSentences(effect.now, effect.then) : [];
  return (
    <Alert tone="info" title="Not saved yet">
      <Stack gap="8" role="status">
        {isSound &&
          changed.map((rule) => (
            <Text key={rule}>
              {ruleLabel(rule)}: {inWords(rule, wished)} (now {inWords(rule, saved)}).
            </Text>
          ))}
        {sentences.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
        {effect && sentences.length === 0 && <Text>Today’s figures stay the same.</Text>}
      </Stack>
    </Alert>
  );
}
