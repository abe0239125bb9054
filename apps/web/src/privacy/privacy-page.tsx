import {
  AUDIENCE_NAMES,
  AudienceIcon,
  DataTable,
  Page,
  Section,
  type Audience,
  type Column,
} from '@flipside/ui';

interface AudienceRow {
  audience: Audience;
  readers: string;
  usedFor: string;
}

const AUDIENCES: AudienceRow[] = [
  {
    audience: 'ME',
    readers: 'You, and nobody else',
    usedFor: 'Private notes, and what you learned, until you share it',
  },
  {
    audience: 'PAIR',
    readers: 'You and the other person of your pairing',
    usedFor: 'Session notes, next steps, how you agreed to work',
  },
  {
    audience: 'PROGRAMME',
    readers: 'HR and programme leads, without any free text',
    usedFor: 'Whether you met, the date, the length, the topics ticked, counts',
  },
  {
    audience: 'EVERYONE',
    readers: 'All staff, once both people of a pairing agree',
    usedFor: 'Stories and thanks you choose to share',
  },
];

const COLUMNS: Column<AudienceRow>[] = [
  {
    id: 'audience',
    header: 'Who',
    isRowHeader: true,
    width: '30%',
    cell: (row) => (
      <span className="audience-cell">
        <AudienceIcon audience={row.audience} />
        {AUDIENCE_NAMES[row.audience]}
      </span>
    ),
  },
  { id: 'readers', header: 'Can be read by', phone: 'bar', cell: (row) => row.readers },
  { id: 'used', header: 'Used for', cell: (row) => row.usedFor },
];

/** Who can see what, in plain words, with what is not protected. */
export function PrivacyPage() {
  return (
    <Page
      title="Who can see what"
      lead="Everything you write has one of four audiences. It stands under the field before you type."
    >
      <Section title="The four audiences">
        <DataTable
          caption="Audiences, narrowest first"
          columns={COLUMNS}
          rows={AUDIENCES}
          rowKey={(row) => row.audience}
        />
      </Section>
      <div className="privacy-columns">
        <Section title="What HR sees">
          <ul>
            <li>That a session took place, when and how long.</li>
            <li>
              Which topics were ticked, and the state of a pairing: on rhythm, slipping, paused.
            </li>
            <li>How many next steps of a pairing are done, not which.</li>
            <li>
              That one of two people said they do not fit, if one did. Not who, and nothing else of
              what each says for themselves.
            </li>
            <li>Coverage: how many champions each unit has and needs.</li>
            <li>
              That two people said different things about whether they met. HR asks both and decides
              what stands.
            </li>
            <li>
              Who looks after an executive’s sessions. HR can set up an assistant; the executive is
              told, and can end it.
            </li>
          </ul>
        </Section>
        <Section title="What HR never sees">
          <ul>
            <li>Notes, next steps and what anybody learned.</li>
            <li>How useful one of you found a session.</li>
            <li>A grade, a score or a ranking of anybody. There is none.</li>
            <li>Why you asked for another match, unless you say so.</li>
          </ul>
        </Section>
        <Section title="What your manager sees">
          <ul>
            <li>That you are a champion, and the hours you agreed on.</li>
            <li>Not with whom you work, and not what about.</li>
          </ul>
        </Section>
        <Section title="What an assistant sees">
          <ul>
            <li>Times. An assistant can book, move and skip sessions for an executive.</li>
            <li>No notes, no topics, nothing that was learned.</li>
          </ul>
        </Section>
        <Section title="Which mails you get">
          <ul>
            <li>You choose, by topic and hour.</li>
            <li>Nobody else reads what you collect or silence, not even as a number.</li>
            <li>Words sent to the mailbox of invitations are not kept.</li>
          </ul>
        </Section>
      </div>
      <Section title="What is not protected">
        <p className="fs-text">
          What is for you alone or for the two of you is stored encrypted. Your IT department runs
          this server: people who hold both its secret and its database can technically still read
          everything, and your company’s rules bind them. Calendar invitations and e-mails leave
          Flipside: times, names and places are in them, notes are not.
        </p>
      </Section>
    </Page>
  );
}
