import { forgetAnswers, forgetDrafts, postJson, useViewer } from '@flipside/platform-web';
import {
  IconDeviceDesktop,
  IconEye,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUserPlus,
  IconUsers,
  Menu,
  Monogram,
  useThemeChoice,
  useToast,
  VisuallyHidden,
  type MenuEntry,
  type ThemeChoice,
} from '@flipside/ui';

const THEMES: { choice: ThemeChoice; label: string; icon: typeof IconSun }[] = [
  { choice: 'system', label: 'Like the device', icon: IconDeviceDesktop },
  { choice: 'light', label: 'Light', icon: IconSun },
  { choice: 'dark', label: 'Dark', icon: IconMoon },
];

/** Theme, who can see what, signing out. */
export function PersonMenu() {
  const viewer = useViewer();
  const { choice, setChoice } = useThemeChoice();
  const toast = useToast();

  async function signOut() {
    try {
      await postJson('/auth/signout');
      forgetDrafts(viewer.id);
      await forgetAnswers();
      window.location.assign('/signin');
    } catch {
      toast({
        text: 'You are still signed in: the server did not answer. Try again.',
        tone: 'problem',
      });
    }
  }

  const themes = THEMES.map(({ choice: theme, label, icon: Icon }): MenuEntry => ({
    label,
    icon: <Icon size={16} aria-hidden />,
    isChosen: theme === choice,
    onSelect: () => setChoice(theme),
  }));
  const isDemo = viewer.companyMode === 'DEMO';
  return (
    <Menu
      trigger={
        <button type="button" className="app-person">
          <Monogram name={viewer.name} />
          <VisuallyHidden>{viewer.name}, your menu</VisuallyHidden>
        </button>
      }
      label="Your menu"
      heading={
        <span className="app-person-heading">
          <bdi>{viewer.name}</bdi>
          {viewer.email && <span>{viewer.email}</span>}
        </span>
      }
      entries={[
        { label: 'My settings', icon: <IconSettings size={16} aria-hidden />, to: '/me' },
        {
          label: 'Nominate someone',
          icon: <IconUserPlus size={16} aria-hidden />,
          to: '/nominate',
        },
        { label: 'Who can see what', icon: <IconEye size={16} aria-hidden />, to: '/privacy' },
        ...(isDemo
          ? [
              {
                label: 'Look as somebody else',
                icon: <IconUsers size={16} aria-hidden />,
                to: '/signin',
              },
            ]
          : []),
        'divider',
        ...themes,
        'divider',
        {
          label: 'Sign out',
          icon: <IconLogout size={16} aria-hidden />,
          onSelect: () => void signOut(),
        },
      ]}
    />
  );
}
