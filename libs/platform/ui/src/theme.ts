import { createTheme, type MantineColorsTuple } from '@mantine/core';

// The kit asks for ten shades of a named colour; what it paints comes from mantine-variables.css.
const accent: MantineColorsTuple = [
  '#eceffe',
  '#dde1fb',
  '#c3c9f5',
  '#a7b0fd',
  '#8790ea',
  '#6f78dc',
  '#5d66d1',
  '#525ac8',
  '#4850be',
  '#3c43a3',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 8,
  colors: { accent },
  fontFamily: 'var(--font)',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});
