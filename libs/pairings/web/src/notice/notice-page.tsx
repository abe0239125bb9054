import { graphql, usePageQuery } from '@flipside/platform-web';
import { Button, Faces, IconPrinter, Page, Section, SkeletonCard, Stack } from '@flipside/ui';
import '../pairings.css';

const MatchingNoticePage = graphql(`
  query MatchingNoticePage {
    matchingNotice {
      title
      lines
    }
  }
`);

/** How matching works, for the people it is about; written by the server from the rules in force. */
export function NoticePage() {
  const page = usePageQuery(MatchingNoticePage);
  return (
    <Page
      title="How matching works"
      lead="What is used to propose champions to executives, what is not, by which rules, and who decides."
      width="reading"
      actions={
        <Button icon={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Faces of={page} skeleton={<SkeletonCard height={30} />}>
        {({ matchingNotice }) => (
          <Stack gap="24">
            {matchingNotice.map(({ title, lines }) => (
              <Section key={title} title={title}>
                <ul className="pairings-notice">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Section>
            ))}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
