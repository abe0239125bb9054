import { LinkButton, Page } from '@flipside/ui';

export function NotFoundPage() {
  return (
    <Page
      title="There is nothing here for you"
      documentTitle="Not found"
      width="reading"
      lead="The page may have moved or been removed, or it is not yours to see. The address may also be mistyped."
    >
      <p>
        <LinkButton to="/" variant="primary">
          Go to your home
        </LinkButton>
      </p>
    </Page>
  );
}
