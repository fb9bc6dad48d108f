/** What browser tests ask of elements inside the page. The program that they belong to has no DOM, and the types of React, which the
 *  templates of documents use there, declare these names with nothing in them. */
interface Element {
  readonly ownerDocument: { readonly activeElement: Element | null; readonly getAnimations: () => readonly unknown[] }
  readonly textContent: string | null
  readonly clientHeight: number
  readonly clientWidth: number
  readonly scrollHeight: number
  readonly scrollTop: number
  readonly scrollWidth: number
  /** Of a field. */
  readonly value: string
  /** Of a link. */
  readonly protocol: string
  readonly scrollTo: (to: { left?: number; top?: number }) => void
  readonly scrollBy: (by: { left?: number; top?: number }) => void
  readonly getAttributeNames: () => string[]
  readonly querySelectorAll: (selector: string) => Iterable<Element> & { readonly length: number }
}
