import { withoutUnseen } from '../ask/data-text.ts'

/** Keys whose texts are for reading; the others name facts. */
const READABLE: ReadonlySet<string> = new Set(['text', 'subject', 'greeting', 'closing'])
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: ' ', r: '', b: '', f: '' }

/** Reads the sentences out of an answer in JSON while it comes: each on lines of its own, without the JSON around them. What is fed to
 *  it may end anywhere, in an escape too. */
export class ReadableText {
  private isInString = false
  private isEscaped = false
  private hex: string | null = null
  private written = ''
  private key = ''
  private isValue = false
  private isReadable = false
  private hasSome = false

  /** What there is to read in the next piece of the answer. */
  next(piece: string): string {
    let out = ''
    for (const sign of piece) out += this.isInString ? this.inside(sign) : this.outside(sign)
    return withoutUnseen(out)
  }

  private outside(sign: string): string {
    if (sign === '"') {
      this.isInString = true
      this.written = ''
      this.isReadable = this.isValue && READABLE.has(this.key)
      if (!this.isReadable || !this.hasSome) return ''
      return '\n\n'
    }
    if (sign === ':') {
      this.isValue = true
      this.key = this.written
    }
    if (sign === ',' || sign === '{' || sign === '[') this.isValue = false
    return ''
  }

  private inside(sign: string): string {
    if (this.hex !== null) {
      this.hex += sign
      if (this.hex.length < 4) return ''
      const code = Number.parseInt(this.hex, 16)
      this.hex = null
      return this.take(Number.isNaN(code) ? '' : String.fromCharCode(code))
    }
    if (this.isEscaped) {
      this.isEscaped = false
      if (sign !== 'u') return this.take(ESCAPES[sign] ?? sign)
      this.hex = ''
      return ''
    }
    if (sign === '\\') {
      this.isEscaped = true
      return ''
    }
    if (sign === '"') {
      this.isInString = false
      return ''
    }
    return this.take(sign)
  }

  private take(sign: string): string {
    if (!this.isReadable) {
      this.written += sign
      return ''
    }
    this.hasSome = true
    return sign
  }
}
