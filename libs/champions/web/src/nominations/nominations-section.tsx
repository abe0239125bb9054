import { graphql, usePageQuery } from '@flipside/platform-web';
import { QuietFace, Section, Stack } from '@flipside/ui';
import { NominationAnswer } from './nomination-answer.js';

const NominationsForMe = graphql(`
  query NominationsForMe {
    myNominations {
      forMe {
        ...NominationForMe
      }
    }
  }
`);

/** On the home page only while somebody waits for my answer; otherwise there is nothing to say. */
export function NominationsSection() {
  const page = usePageQuery(NominationsForMe);
  if (!page.data) return <QuietFace of={page} />;
  const waiting = page.data.myNominations.forMe.filter(({ viewerCanAnswer }) => viewerCanAnswer);
  if (waiting.length === 0) return null;
  return (
    <Section title="Would you like to be a champion?">
      <Stack gap="16">
        {waiting.map((nomination) => (
          <NominationAnswer key={nomination.id} nomination={nomination} />
        ))}
      </Stack>
    </Section>
  );
}
