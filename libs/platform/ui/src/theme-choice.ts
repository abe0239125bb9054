import { useMantineColorScheme } from '@mantine/core';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The person's choice of light or dark; "system" follows the device. Kept in this browser. */
export function useThemeChoice(): {
  choice: ThemeChoice;
  setChoice: (choice: ThemeChoice) => void;
} {
  const { colorScheme, setColorScheme } = useMantineColorScheme({
    // Switching transitions off would write a style element, which a strict content policy blocks.
    keepTransitions: true,
  });
  return {
    choice: colorScheme === 'auto' ? 'system' : colorScheme,
    setChoice: (choice) => setColorScheme(choice === 'system' ? 'auto' : choice),
  };
}
