import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.js';
import { ToastProvider } from './parts/toast.js';
import './styles/index.css';

/** The same key is read by the small script that sets the theme before the first paint (apps/web/public/theme.js). */
export const THEME_STORAGE_KEY = 'flipside-theme';

const schemeManager = localStorageColorSchemeManager({ key: THEME_STORAGE_KEY });

/** Everything a page of ours stands on: tokens, colour scheme, toasts. `still` switches motion off, for specs. */
export function UiProvider({ children, still = false }: { children: ReactNode; still?: boolean }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemeManager}
      withCssVariables={false}
      withGlobalClasses={false}
      {...(still ? { env: 'test' as const } : {})}
    >
      <ToastProvider>{children}</ToastProvider>
    </MantineProvider>
  );
}
