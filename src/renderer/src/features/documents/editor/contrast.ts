const READABLE_RATIO = 4.5

/** Contrast of a colour '#rrggbb' against white paper, 1 to 21, as WCAG 2 has it. Pure. */
export function contrastOnPaper(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

export function isReadableOnPaper(colour: string): boolean {
  return contrastOnPaper(colour) >= READABLE_RATIO
}

function linear(value: number): number {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
