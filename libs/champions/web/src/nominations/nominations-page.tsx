import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import type { MyNominationsPageQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Faces,
  LinkButton,
  Page,
  Section,
  SkeletonCard,
  Stack,
} from '@flipside/ui';
import { OUTCOME_WORDS } from '../champion-words.js';
import { NominationAnswer } from './nomination-answer.js';
import { TeamNomination } from './team-nominations.js';

const MyNominationsPage = graphql(`
  query MyNominationsPage {
    myNominations {
      forMe {
        ...NominationForMe
      }
      forMyTeam {
        ...TeamNomination
      }
      byMe {
        id
        nomineeName
        reason
        createdAt
        outcome
        viewerCanWithdraw
      }
    }
  }
`);

const WithdrawNomination = graphql(`
  mutation WithdrawNomination($input: WithdrawNominationArgs!) {
    withdrawNomination(input: $input) {
      ... on NominationPayload {
        nominationId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

type Given = MyNominationsPageQuery['myNominations']['byMe'][number];

/** Nominations that concern me: those that propose me, and those I made. */
export function NominationsPage() {
  const page = usePageQuery(MyNominationsPage);
  return (
    <Page
      title="Nominations"
      actions={
        <LinkButton to="/nominate" variant="primary">
          Nominate someone
        </LinkButton>
      }
    >
      <Faces
        of={page}
        skeleton={<SkeletonCard height={12} />}
        isEmpty={({ myNominations: { forMe, byMe, forMyTeam } }) =>
          forMe.length + byMe.length + forMyTeam.length === 0
        }
        empty={
          <EmptyState title="No nominations yet">
            When you nominate somebody, or somebody nominates you, it stands here.
          </EmptyState>
        }
      >
        {({ myNominations: { forMe, byMe, forMyTeam } }) => (
          <Stack gap="32">
            {forMyTeam.length > 0 && (
              <Section title="For your team">
                <Stack gap="16">
                  {forMyTeam.map((nomination) => (
                    <TeamNomination key={nomination.id} nomination={nomination} />
                  ))}
                </Stack>
              </Section>
            )}
            {forMe.length > 0 && (
              <Section title="For you">
                <Stack gap="16">
                  {forMe.map((nomination) => (
                    <NominationAnswer key={nomination.id} nomination={nomination} />
                  ))}
                </Stack>
              </Section>
            )}
            {byMe.length > 0 && (
              <Section title="By you">
                <GivenTable given={byMe} />
              </Section>
            )}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

function GivenTable({ given }: { given: Given[] }) {
  const dates = useDates();
  const withdraw = useAction(WithdrawNomination, { said: () => 'Taken back.' });
  const columns: Column<Given>[] = [
    { id: 'name', header: 'Colleague', isRowHeader: true, cell: ({ nomineeName }) => nomineeName },
    { id: 'reason', header: 'Why', cell: ({ reason }) => reason, phone: 'bar' },
    { id: 'made', header: 'Sent', cell: ({ createdAt }) => dates.day(createdAt) },
    {
      id: 'outcome',
      header: 'State',
      phone: 'aside',
      cell: ({ outcome }) => (
        <Badge tone={outcome === 'CHAMPION' ? 'covered' : 'neutral'}>
          {OUTCOME_WORDS[outcome]}
        </Badge>
      ),
    },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, nomineeName, viewerCanWithdraw }) =>
        viewerCanWithdraw && (
          <Button
            size="small"
            aria-label={`Take back the nomination of ${nomineeName}`}
            isBusy={withdraw.isRunning}
            onClick={() => void withdraw.run({ input: { nominationId: id } })}
          >
            Take back
          </Button>
        ),
    },
  ];
  return (
    <Stack gap="16">
      <ActionNotice of={withdraw} />
      <DataTable
        caption="Nominations you made"
        columns={columns}
        rows={given}
        rowKey={({ id }) => id}
      />
    </Stack>
  );
}
