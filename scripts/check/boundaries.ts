import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { findCircles } from './circles.ts'
import { outsideRules, zoneRules } from './boundary-rules.ts'
import { importsOf } from './imports.ts'
import { sourceFiles } from './source-files.ts'

/** Who imports whom against the design, type imports too; and circles of any length. Tests may reach everywhere. */
export function checkBoundaries(root: string): string[] {
  const files = sourceFiles(root, ['src']).filter((path) => !/\.test\.tsx?$/.test(path))
  const known = new Set(files)
  const graph = new Map<string, string[]>()
  const problems: string[] = []

  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    const { specifiers, globals } = importsOf(file, text)
    const inside: string[] = []
    for (const specifier of specifiers) {
      const target = resolveSpecifier(file, specifier)
      if (target === null) problems.push(...outsideRules(file, specifier))
      else {
        problems.push(...zoneRules(file, target))
        if (known.has(target)) inside.push(target)
      }
    }
    problems.push(...globals.map((name) => `${file} uses ${name}: only entries, shells and infra/http may`))
    graph.set(file, inside)
  }
  return [...problems, ...findCircles(graph).map((circle) => `circle: ${circle.join(' → ')}`)]
}

/** Path from the root for an import inside the project; null for a package. */
function resolveSpecifier(file: string, specifier: string): string | null {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return posix.join(dirname(file), path)
  if (path.startsWith('#shared/')) return path.replace('#shared/', 'src/shared/')
  if (path.startsWith('#main/')) return path.replace('#main/', 'src/main/')
  if (path.startsWith('#resources/')) return path.replace('#resources/', 'resources/')
  return null
}
