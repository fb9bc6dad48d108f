import { plainText } from '../parts/markup.ts'

/** A node of schema.org data, whether it was written as JSON-LD or as microdata. */
export type Node = Readonly<Record<string, unknown>>

/** No page has more; what is beyond is not looked at. */
const MAX_NODES = 100_000
const PREFIXES = ['', 'schema:', 'http://schema.org/', 'https://schema.org/']

/** All schema.org data of a page. */
export interface Graph {
  /** The nodes of a type, in the page's order; not those inside another node of that type. */
  readonly ofType: (type: string) => readonly Node[]
  /** The node that a value is or names by its `@id`; null for anything else. */
  readonly nodeOf: (value: unknown) => Node | null
}

export function graphOf(roots: readonly unknown[]): Graph {
  const named = new Map<string, Node>()
  for (const node of nodesIn(roots, () => true)) {
    const id = node['@id']
    if (typeof id === 'string' && !isReference(node) && !named.has(id)) named.set(id, node)
  }
  return {
    ofType: (type) => {
      const isOne = (node: Node): boolean => hasType(node, type)
      return [...nodesIn(roots, (node) => !isOne(node))].filter(isOne)
    },
    nodeOf: (value) => {
      const node = all(value).find(isNode) ?? null
      if (node === null || !isReference(node)) return node
      const id = node['@id']
      return (typeof id === 'string' ? named.get(id) : undefined) ?? node
    },
  }
}

/** A value that may be one or a list of them, as a list; null and undefined are none. */
export function all(value: unknown): readonly unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined)
}

/** A property under its plain name or with the vocabulary's prefix. */
export function property(node: Node, name: string): unknown {
  for (const prefix of PREFIXES) {
    const value = node[prefix + name]
    if (value !== undefined && value !== null) return value
  }
  return undefined
}

/** The first text in a value, on one line: a string, a number, `{"@value"}`, the `name` of a node. Null when there is none. */
export function textOf(value: unknown): string | null {
  for (const one of all(value)) {
    const text = plainText(typeof one === 'number' ? String(one) : isNode(one) ? wordOf(one) : one)
    if (text !== null) return text
  }
  return null
}

/** The first string in a value as it stands, markup and line breaks included. */
export function markupOf(value: unknown): string | null {
  for (const one of all(value)) {
    const text = isNode(one) ? one['@value'] : one
    if (typeof text === 'string' && text.trim() !== '') return text
  }
  return null
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a node's type is that of schema.org, however it is written ("JobPosting", "schema:JobPosting", an address). */
function hasType(node: Node, type: string): boolean {
  const wanted = type.toLowerCase()
  return all(node['@type']).some(
    (one) => typeof one === 'string' && one.slice(0, 200).toLowerCase().split(/[/#:]/).at(-1)?.trim() === wanted,
  )
}

/** What a node says, in short: the same for two nodes that are alike word for word. Without recursion: JSON.stringify has one. */
export function wordsOf(node: Node): string {
  const words: string[] = []
  for (const inner of nodesIn([node], () => true)) {
    for (const [key, value] of Object.entries(inner)) {
      words.push(key, ...all(value).slice(0, 20).map(shortly))
    }
  }
  return words.join('\u0000')
}

function shortly(value: unknown): string {
  if (typeof value === 'string') return `${value.length} ${value.slice(0, 500)}`
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value
}

function wordOf(node: Node): unknown {
  const value = node['@value'] ?? property(node, 'name')
  const word = all(value)[0]
  return typeof word === 'number' ? String(word) : isNode(word) ? word['@value'] : word
}

function isReference(node: Node): boolean {
  return Object.keys(node).every((key) => key === '@id' || key === '@type')
}

/** Every node at any depth in the order of the text. Without recursion: the depth is the page's choice. */
function* nodesIn(roots: readonly unknown[], goesInto: (node: Node) => boolean): Generator<Node> {
  const waiting: unknown[] = [...roots].reverse()
  for (let seen = 0; waiting.length > 0 && seen < MAX_NODES; seen += 1) {
    const value = waiting.pop()
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) waiting.push(value[index])
    } else if (isNode(value)) {
      yield value
      if (goesInto(value)) for (const child of Object.values(value).reverse()) waiting.push(child)
    }
  }
}
