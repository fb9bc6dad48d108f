const MM_PER_POINT = 25.4 / 72
/** Of the screen, as CSS counts them. */
const PX_PER_POINT = 96 / 72

/** A page of the file, in points. */
export interface Paper {
  readonly widthPt: number
  readonly heightPt: number
}

const KNOWN = [
  { name: 'A4', widthMm: 210, heightMm: 297 },
  { name: 'US Letter', widthMm: 216, heightMm: 279 },
] as const

/** 'A4, 210 × 297 mm': what the pages are printed on. Pure. */
export function paperWords({ widthPt, heightPt }: Paper): string {
  const widthMm = Math.round(widthPt * MM_PER_POINT)
  const heightMm = Math.round(heightPt * MM_PER_POINT)
  const known = KNOWN.find((paper) => paper.widthMm === widthMm && paper.heightMm === heightMm)
  const size = `${widthMm} × ${heightMm} mm`
  return known === undefined ? size : `${known.name}, ${size}`
}

/** How wide a page is on the screen in its own size. Pure. */
export function naturalWidthPx({ widthPt }: Paper): number {
  return widthPt * PX_PER_POINT
}

/** Sizes at which pages are looked at; 1: as they are printed. */
export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
/** 'fit': as wide as there is room. */
export type Zoom = 'fit' | (typeof ZOOMS)[number]

/** The next larger (1) or smaller (-1) of the sizes from how large a page is shown now; null: there is none. Pure. */
export function nextZoom(shown: number, step: -1 | 1): (typeof ZOOMS)[number] | null {
  const found = step === 1 ? ZOOMS.find((zoom) => zoom > shown * 1.01) : ZOOMS.findLast((zoom) => zoom < shown * 0.99)
  return found ?? null
}
