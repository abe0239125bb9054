import { useState } from 'react';
import type { ChampionPanelFacts } from '@flipside/champions-web';
import { formatCalendarDay, graphql, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Badge,
  Button,
  Card,
  FactList,
  Faces,
  Row,
  SkeletonCard,
  Stack,
  type Fact,
} from '@flipside/ui';
import { CERTIFICATION_STATE } from '../pairing-words.js';
import { certificationInWords, isValid, type Certification } from './certification-documents.js';
import { CertifySheet } from './certify-sheet.js';
import { useWithdrawal } from './use-withdrawal.js';

const CertificationOfChampion = graphql(`
  query CertificationOfChampion($personId: ID!) {
    champion(personId: $personId) {
      personId
      certification {
        ...CertificationCard
      }
    }
  }
`);

/** On a champion's page: whether they are certified, and for HR the way to change it. */
export function CertificationPanel({ champion }: { champion: ChampionPanelFacts }) {
  const page = usePageQuery(CertificationOfChampion, {
    variables: { personId: champion.personId },
  });
  return (
    <Card title="Certification">
      <Faces of={page} skeleton={<SkeletonCard height={6} />}>
        {(data) => <Noted certification={data.champion.certification} />}
      </Faces>
    </Card>
  );
}

function Noted({ certification }: { certification: Certification }) {
  const [isCertifying, setCertifying] = useState(false);
  const withdrawal = useWithdrawal();
  const { championId, state, certifiedOn, evidence, recordedBy, viewerCanChange } = certification;
  const word = CERTIFICATION_STATE[state];
  const facts: Fact[] = [
    { label: 'State', value: <Badge tone={word?.tone ?? 'outline'}>{word?.label ?? state}</Badge> },
  ];
  if (certifiedOn) {
    facts.push({ label: 'Days', value: certificationInWords(certification) });
    const by = recordedBy ? `, by ${recordedBy.name}` : '';
    facts.push({ label: 'Noted', value: `${formatCalendarDay(certifiedOn)}${by}` });
  }
  if (evidence) facts.push({ label: 'Rests on', value: evidence });
  return (
    <Stack gap="16">
      <FactList facts={facts} />
      {viewerCanChange && (
        <Row gap="8">
          <Button size="small" onClick={() => setCertifying(true)}>
            {certifiedOn ? 'Renew' : 'Certify'}
          </Button>
          {isValid(certification) && (
            <Button
              size="small"
              variant="quiet"
              isBusy={withdrawal.isRunning}
              onClick={() => withdrawal.run(championId)}
            >
              Withdraw
            </Button>
          )}
        </Row>
      )}
      <ActionNotice of={withdrawal} />
      {isCertifying && (
        <CertifySheet certification={certification} onClose={() => setCertifying(false)} />
      )}
    </Stack>
  );
}
