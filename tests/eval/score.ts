/** How often each label was given for each true one. */
export class Confusion {
  readonly #counts = new Map<string, Map<string, number>>()

  add(truth: string, given: string): void {
    const row = this.#counts.get(truth) ?? new Map<string, number>()
    row.set(given, (row.get(given) ?? 0) + 1)
    this.#counts.set(truth, row)
  }

  get labels(): string[] {
    const given = [...this.#counts.values()].flatMap((row) => [...row.keys()])
    return [...new Set([...this.#counts.keys(), ...given])].toSorted()
  }

  count(truth: string, given: string): number {
    return this.#counts.get(truth)?.get(given) ?? 0
  }

  accuracy(): number {
    const right = this.labels.reduce((sum, label) => sum + this.count(label, label), 0)
    return right / this.#total()
  }

  /** Precision, recall and F1 of one label; NaN where nothing was given or nothing is true. */
  of(label: string): { precision: number; recall: number; f1: number } {
    const right = this.count(label, label)
    const given = this.labels.reduce((sum, truth) => sum + this.count(truth, label), 0)
    const truths = this.labels.reduce((sum, other) => sum + this.count(label, other), 0)
    const [precision, recall] = [right / given, right / truths]
    return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
  }

  /** Mean F1 over the labels that occur as the truth. */
  macroF1(): number {
    const known = [...this.#counts.keys()]
    return known.reduce((sum, label) => sum + this.of(label).f1, 0) / known.length
  }

  /** One line a true label: its precision, recall, F1, and what was given instead. */
  lines(): string[] {
    return this.labels.map((label) => {
      const { precision, recall, f1 } = this.of(label)
      const wrong = this.labels
        .filter((given) => given !== label && this.count(label, given) > 0)
        .map((given) => `${given} ${this.count(label, given)}`)
      const figures = `precision ${figure(precision)}  recall ${figure(recall)}  F1 ${figure(f1)}`
      return `    ${label.padEnd(18)} ${figures}${wrong.length === 0 ? '' : `   read as ${wrong.join(', ')}`}`
    })
  }

  #total(): number {
    return [...this.#counts.values()].flatMap((row) => [...row.values()]).reduce((sum, count) => sum + count, 0)
  }
}

/** Hits of a set of names against the true ones, over many rows. */
export class SetScore {
  #right = 0
  #given = 0
  #true = 0

  add(truth: readonly string[], given: readonly string[]): void {
    const known = new Set(truth.map((name) => name.toLowerCase()))
    this.#right += given.filter((name) => known.has(name.toLowerCase())).length
    this.#given += given.length
    this.#true += truth.length
  }

  line(): string {
    const [precision, recall] = [this.#right / this.#given, this.#right / this.#true]
    const f1 = (2 * precision * recall) / (precision + recall)
    return `precision ${figure(precision)}  recall ${figure(recall)}  F1 ${figure(f1)}`
  }
}

/** A share as three decimals. */
export function figure(share: number): string {
  return Number.isNaN(share) ? '  –  ' : share.toFixed(3)
}
