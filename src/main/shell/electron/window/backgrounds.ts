/** Colour of the window before the page has painted: the frame colour of each theme in the renderer's tokens.css. */
export const BACKGROUNDS = { light: '#f4f4f6', dark: '#0e0f11' } as const

export function backgroundOf(isDark: boolean): string {
  return isDark ? BACKGROUNDS.dark : BACKGROUNDS.light
}
