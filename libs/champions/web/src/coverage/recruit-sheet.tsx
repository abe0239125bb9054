import { countOf } from '@flipside/champions-domain';
import { graphql, usePageQuery } from '@flipside/platform-web';
import {
  Button,
  Faces,
  IconCopy,
  LinkButton,
  PersonName,
  Sheet,
  Skeleton,
  Stack,
  Text,
  useToast,
} from '@flipside/ui';
import { STAGE_WORDS } from '../champion-words.js';
import type { Node } from './coverage-tree-rows.js';

const Recruiting = graphql(`
  query RecruitInUnit($id: ID!, $asOf: Day) {
    coverageUnit(id: $id, asOf: $asOf) {
      sentence
      nominations {
        id
        nomineeName
        unitName
        stage
      }
    }
  }
`);

interface RecruitSheetProps {
  node: Pick<Node, 'id' | 'name' | 'gap' | 'people'>;
  asOf: string | null;
  onClose: () => void;
}

/** Whom to ask in a unit: those already on the way, a link for volunteers, or somebody named directly. */
export function RecruitSheet({ node, asOf, onClose }: RecruitSheetProps) {
  const page = usePageQuery(Recruiting, { variables: { id: node.id, asOf } });
  const link = `${location.origin}/nominate?self=1`;
  const text = invitation(node, link);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`Recruit in ${node.name}`}
      footer={
        <>
          <LinkButton to={`/nominate?unit=${node.id}`}>Nominate a colleague</LinkButton>
          <LinkButton variant="primary" to={`/champions?name=1&unit=${node.id}`}>
            Name a champion
          </LinkButton>
        </>
      }
    >
      <Stack gap="24">
        <Faces of={page} skeleton={<Skeleton lines={3} />}>
          {({ coverageUnit }) => (
            <Stack gap="16">
              <Text>{coverageUnit.sentence}</Text>
              {coverageUnit.nominations.length === 0 ? (
                <Text tone="muted">Nobody is on the way here yet.</Text>
              ) : (
                <Stack as="ul" gap="8" className="champions-list" aria-label="On the way">
                  {coverageUnit.nominations.map(({ id, nomineeName, unitName, stage }) => (
                    <li key={id}>
                      <PersonName
                        name={nomineeName}
                        note={`${STAGE_WORDS[stage]} · ${unitName ?? node.name}`}
                      />
                    </li>
                  ))}
                </Stack>
              )}
            </Stack>
          )}
        </Faces>
        <Stack gap="8">
          <Text weight="medium">Ask for volunteers</Text>
          <Text size="sm" tone="muted">
            Send this to the team by mail or chat. Whoever opens the link puts themselves forward.
          </Text>
          <Text className="champions-share">{text}</Text>
          <CopyButton text={text} />
        </Stack>
      </Stack>
    </Sheet>
  );
}

function invitation({ name, gap, people }: RecruitSheetProps['node'], link: string): string {
  const wanted = gap > 0 ? countOf(gap, 'AI champion', 'AI champions') : 'more AI champions';
  return `${name} is looking for ${wanted} for its ${countOf(people, 'person', 'people')}: colleagues who help others use AI in real work, a few agreed hours a month. Would you like to be one? ${link}`;
}

function CopyButton({ text }: { text: string }) {
  const toast = useToast();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: 'Copied.' });
    } catch {
      toast({ text: 'Select the text and copy it.', tone: 'problem' });
    }
  }
  return (
    <div>
      <Button size="small" icon={<IconCopy size={16} />} onClick={() => void copy()}>
        Copy text and link
      </Button>
    </div>
  );
}
