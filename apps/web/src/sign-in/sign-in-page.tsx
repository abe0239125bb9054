import { graphql, postJson, RequestFailed, usePageQuery } from '@flipside/platform-web';
import { Button, Faces, SkeletonCard, TextInput } from '@flipside/ui';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { Logo } from '../shell/logo.js';
import { DemoPeople } from './demo-people.js';
import { safePath } from './safe-path.js';
import './sign-in.css';

const SignInQuery = graphql(`
  query SignIn {
    installation {
      programmeName
      companyMode
    }
    demoPeople {
      id
      name
      title
      note
      roleLabel
    }
  }
`);

/** Draws nothing before it knows what this place is, so that nothing moves under a finger. */
export function SignInPage() {
  const [params] = useSearchParams();
  const next = safePath(params.get('next'));
  const query = usePageQuery(SignInQuery);
  const isDemo = query.data?.installation.companyMode === 'DEMO';
  const isAnswered = query.data !== undefined || query.failure !== undefined;
  return (
    <div className="sign-in" data-demo={isDemo || undefined}>
      <title>Sign in · Flipside</title>
      <header className="sign-in-brand">
        <Logo />
        <span>Flipside</span>
      </header>
      {/* Another box, not the same one moved: the demonstration's is wider. */}
      <main className="sign-in-main" key={isDemo ? 'demonstration' : 'company'}>
        {isAnswered && (
          <Welcome isDemo={isDemo} programme={query.data?.installation.programmeName} />
        )}
        <Faces of={query} skeleton={<SkeletonCard height={20} />}>
          {({ demoPeople }) => isDemo && <DemoPeople people={demoPeople} next={next} />}
        </Faces>
        {isAnswered && <EmailForm next={next} isSecond={isDemo} />}
      </main>
    </div>
  );
}

function Welcome({ isDemo, programme }: { isDemo: boolean; programme: string | undefined }) {
  return (
    <div className="sign-in-words">
      <h1>{isDemo ? 'Look around as one of these people' : 'Sign in'}</h1>
      <p>
        {isDemo
          ? 'This is a demonstration company. Everything works, and nobody in it is real.'
          : (programme ?? 'Champions and coaching in one place.')}
      </p>
    </div>
  );
}

/** Always answers the same, whoever asks: nobody learns here which addresses exist. */
function EmailForm({ next, isSecond }: { next: string; isSecond: boolean }) {
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!/^\S+@\S+\.\S+$/u.test(email.trim())) {
      setError('Enter your work e-mail address, like ana@example.com');
      field.current?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await postJson('/auth/link', { email: email.trim(), returnTo: next });
      setSentTo(email.trim());
    } catch (failure) {
      const isRefused = failure instanceof RequestFailed && failure.message !== '';
      setError(isRefused ? failure.message : 'We can’t reach the server. Try again in a moment.');
    } finally {
      setBusy(false);
    }
  }

  if (sentTo) return <Sent email={sentTo} onBack={() => setSentTo(undefined)} />;
  return (
    <form className="sign-in-form" onSubmit={(event) => void send(event)} noValidate>
      {isSecond && <h2 className="fs-heading-3">Or sign in by e-mail</h2>}
      <TextInput
        ref={field}
        label="Work e-mail"
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={error}
      />
      <Button
        type="submit"
        variant={isSecond ? 'secondary' : 'primary'}
        isBusy={isBusy}
        isFullWidth
      >
        Send me a link
      </Button>
      <p className="sign-in-note">
        There is no password. The link signs you in on this device, once.
      </p>
    </form>
  );
}

function Sent({ email, onBack }: { email: string; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="sign-in-form">
      <h2 ref={heading} tabIndex={-1} className="fs-heading-2">
        Look in your mail
      </h2>
      <p>
        If <strong>{email}</strong> belongs to somebody here, a link is on its way. It works once,
        for 30 minutes.
      </p>
      <p className="sign-in-note">
        Nothing after five minutes? Look in the junk folder, or check the address.
      </p>
      <Button onClick={onBack}>Use another address</Button>
    </div>
  );
}
