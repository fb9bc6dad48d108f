import { Font } from '@react-pdf/renderer'
import type { DocumentFont } from '#shared/documents.ts'

interface FontFiles {
  readonly regular: string
  readonly italic: string
  readonly semiBold: string
  readonly semiBoldItalic: string
}

/** Files inside the bundle, as data addresses: nothing is fetched. */
const FILES: Readonly<Record<DocumentFont, () => Promise<FontFiles>>> = {
  inter: async () => await import('./font-files/inter.ts'),
  noto_sans: async () => await import('./font-files/noto-sans.ts'),
  noto_serif: async () => await import('./font-files/noto-serif.ts'),
}

const FACES = {
  regular: { fontWeight: 400, fontStyle: 'normal' },
  italic: { fontWeight: 400, fontStyle: 'italic' },
  semiBold: { fontWeight: 600, fontStyle: 'normal' },
  semiBoldItalic: { fontWeight: 600, fontStyle: 'italic' },
} as const satisfies Readonly<Record<keyof FontFiles, object>>

type Face = (typeof FACES)[keyof typeof FACES]

/** Of letters that share a glyph, as Inter has some, those that are written. */
const MEANT = '’”ΔΩι'

/** The one with the most letters stands in for what the chosen one lacks. */
const FALLBACK: DocumentFont = 'noto_sans'

/** Fonts in the order in which a letter is looked for, and the letters that none of them has. */
export interface FontStack {
  readonly families: readonly DocumentFont[]
  readonly missing: readonly string[]
}

/** Makes the fonts ready that `text` needs: the chosen one, and the fallback when it lacks a letter. */
export async function fontsFor(font: DocumentFont, text: string): Promise<FontStack> {
  const lacking = await withoutGlyph(
    font,
    [...new Set(text)].filter((letter) => letter !== ' ' && letter !== '\n'),
  )
  if (lacking.length === 0) return { families: [font], missing: [] }
  if (font === FALLBACK) return { families: [font], missing: lacking }
  return { families: [font, FALLBACK], missing: await withoutGlyph(FALLBACK, lacking) }
}

async function withoutGlyph(font: DocumentFont, letters: readonly string[]): Promise<string[]> {
  await made(font)
  const face = await loaded(font, { fontWeight: 400, fontStyle: 'normal' })
  return letters.filter((letter) => !face.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
}

/** The library's register of fonts is one for the process, and so is this note of which of them are ready. */
const ready = new Map<DocumentFont, Promise<void>>()

async function made(font: DocumentFont): Promise<void> {
  const making = ready.get(font) ?? register(font)
  ready.set(font, making)
  try {
    await making
  } catch (error) {
    ready.delete(font)
    throw error
  }
}

async function register(font: DocumentFont): Promise<void> {
  const files = await FILES[font]()
  Font.register({
    family: font,
    fonts: [
      { src: files.regular, ...FACES.regular },
      { src: files.italic, ...FACES.italic },
      { src: files.semiBold, ...FACES.semiBold },
      { src: files.semiBoldItalic, ...FACES.semiBoldItalic },
    ],
  })
  const faces = await Promise.all(Object.values(FACES).map(async (face) => await loaded(font, face)))
  faces.forEach(nameGlyphs)
}

async function loaded(font: DocumentFont, face: Face) {
  const descriptor = { fontFamily: font, ...face }
  await Font.load(descriptor)
  const { data } = Font.getFont(descriptor)
  if (data === null) throw new Error(`The font ${font} was not loaded`)
  return data
}

/** The library remembers of which letter a glyph is when it meets the glyph first. When that is as a part of another (the Z of Ż) while
 *  a file is written, it remembers none, and every later document of the process loses that letter. So all are named beforehand, by
 *  the letter that texts mean where two share a glyph. */
function nameGlyphs(face: Awaited<ReturnType<typeof loaded>>): void {
  for (const letter of MEANT) face.glyphForCodePoint(letter.codePointAt(0) ?? 0)
  for (const codePoint of face.characterSet) face.glyphForCodePoint(codePoint)
}
