const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ı: 'i',
  '’': "'",
  '‘': "'",
}
const letters = new Map<string, string>()

function foldUnit(unit: string): string {
  const known = letters.get(unit)
  if (known !== undefined) return known
  const low = (PLAIN[unit] ?? unit.normalize('NFD')[0] ?? unit).toLowerCase()
  const folded = low.length === 1 ? low : unit
  letters.set(unit, folded)
  return folded
}

/** Lower case without accents, every sign where it was: the length does not change. Pure. */
export function foldSame(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? ''
    folded += unit <= '\u007F' ? unit.toLowerCase() : foldUnit(unit)
  }
  return folded
}
