import { parseSync, Visitor } from 'oxc-parser'

export interface FileImports {
  /** Everything after `from`, in import(), and in import types. */
  readonly specifiers: readonly string[]
  /** Uses of the outside world that need no import: process.env, fetch. */
  readonly globals: readonly string[]
}

const MAY_USE_GLOBALS =
  /^src\/(main\/(index|serve|cli)\.ts$|main\/shell\/|main\/infra\/http\/|preload\/|renderer\/src\/bridge\/)/

/** What a file reaches for. Throws when it cannot be parsed. */
export function importsOf(file: string, text: string): FileImports {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'cannot be parsed'}`)
  const specifiers: string[] = []
  const globals = new Set<string>()
  const add = (source: { value: unknown } | null | undefined) => {
    if (typeof source?.value === 'string') specifiers.push(source.value)
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(node.source)
    },
    TSImportType: (node) => add(node.source),
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
      if (node.object.name === 'process' && node.property.name === 'env') globals.add('process.env')
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'fetch') globals.add('fetch')
    },
  }).visit(program)
  return { specifiers, globals: MAY_USE_GLOBALS.test(file) ? [] : [...globals] }
}
