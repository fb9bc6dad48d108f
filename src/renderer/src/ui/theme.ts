import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const gray: MantineColorsTuple = [
  '#fafafb',
  '#f4f4f6',
  '#ebebef',
  '#dfe0e6',
  '#cbccd5',
  '#9b9da9',
  '#5f626d',
  '#484a53',
  '#313239',
  '#1d1e23',
]

const dark: MantineColorsTuple = [
  '#e4e5e9',
  '#c3c5cd',
  '#9c9fab',
  '#7f828e',
  '#3b3d45',
  '#2c2e35',
  '#212329',
  '#17181c',
  '#101114',
  '#0b0c0e',
]

const iris: MantineColorsTuple = [
  '#f1f1fd',
  '#e3e4fb',
  '#c7c9f6',
  '#a9adf1',
  '#8d92ec',
  '#747ae4',
  '#5a61d6',
  '#4b51c2',
  '#3f44a8',
  '#33378a',
]

/** One accent, cool greys, small type: a frame that steps back behind what it shows. */
export const theme = createTheme({
  colors: { gray, dark, iris },
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  black: '#1b1c21',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, fz: 'xs', withinPortal: true } },
    Popover: { defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 90 } } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'lg',
        transitionProps: { duration: 90 },
        // A menu has items and nothing else, and is a part of the screen that it belongs to.
        withInitialFocusPlaceholder: false,
        withinPortal: false,
      },
    },
    CloseButton: { defaultProps: { 'aria-label': 'Close' } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, radius: 'lg' } },
    Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
    Checkbox: { defaultProps: { size: 'xs' } },
  },
})

/** Greys of Mantine's own parts, so that secondary text keeps 4.5:1 on every surface we put it on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--cc-muted)',
    '--mantine-color-placeholder': '#6f727d',
    '--mantine-color-default-border': 'var(--cc-line-strong)',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-body': 'var(--cc-panel)',
    '--mantine-color-text': 'var(--cc-text)',
    '--mantine-color-dimmed': 'var(--cc-muted)',
    '--mantine-color-placeholder': '#8f929e',
    '--mantine-color-default': 'var(--cc-raised)',
    '--mantine-color-default-hover': 'var(--cc-hover)',
    '--mantine-color-default-border': 'var(--cc-line-strong)',
    '--mantine-color-error': '#ff9b94',
  },
})
