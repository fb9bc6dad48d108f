import { ORPCError } from '@orpc/server'
import { BOARD_KINDS, boardRefSchema, type BoardRef, type Employer, type RecognisedBoard } from '#shared/employers.ts'
import type { ErrorData } from '#shared/errors.ts'
import type { Core } from '../../core.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface EmployersFlags extends GlobalFlags {
  readonly json?: boolean
}

type BoardName = Pick<BoardRef, 'kind' | 'slug'>

const boardNameSchema = boardRefSchema.pick({ kind: true, slug: true })

export function listEmployersCommand(flags: EmployersFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const employers = await core.client.employers.list()
    if (flags.json === true) {
      printJson(employers)
      return EXIT.ok
    }
    printTable([['board', 'switch', 'state', 'postings', 'country', 'name'], ...employers.map(rowOf)])
    printLine('')
    printLine(`${employers.length} employers, ${employers.filter(({ isOn }) => isOn).length} switched on.`)
    return EXIT.ok
  })
}

/** Exit code 1 when no board is recognised, with what was tried on standard error. */
export function recogniseEmployerCommand(text: string, flags: EmployersFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const boards = await recognise(core, text)
    if (flags.json === true) printJson(boards)
    else {
      const rows = boards.map((board) => [
        nameOf(board),
        HOW[board.how],
        postingsOf(board),
        board.isKnown ? 'listed' : 'new',
        board.name,
      ])
      printTable([['board', 'known by', 'postings', 'list', 'name'], ...rows])
    }
    return EXIT.ok
  })
}

/** Puts the surest of the recognised boards on the list. */
export function addEmployerCommand(text: string, flags: EmployersFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const [surest, ...others] = await recognise(core, text)
    if (surest === undefined) throw new CliFailure('No job board was recognised there.')
    const { kind, slug, variant, name, url } = surest
    const employer = await core.client.employers.add({ kind, slug, variant, name, url })
    if (flags.json === true) {
      printJson(employer)
      return EXIT.ok
    }
    printLine(
      `${employer.name} (${nameOf(employer)}) ${surest.isKnown ? 'was on the list and is' : 'is on the list,'} switched on.`,
    )
    if (others.length > 0) printLine(`There are also ${others.map(nameOf).join(', ')}.`)
    return EXIT.ok
  })
}

/** `isAll`: the whole list, in place of boards by name. */
export function switchEmployersCommand(
  names: readonly string[],
  flags: EmployersFlags & { isOn: boolean; isAll: boolean },
): Promise<number> {
  const { isOn, isAll } = flags
  if (isAll === names.length > 0) throw new CliFailure('Name boards, as lever/acme, or say --all.', EXIT.usage)
  const named = names.map(boardNamed)
  return withCore(flags, async (core) => {
    const boards = isAll ? (await core.client.employers.list()).map(({ kind, slug }) => ({ kind, slug })) : named
    const employers = await core.client.employers.setOn({ boards, isOn })
    const changed = employers.filter((employer) => boards.some((board) => isSame(employer, board)))
    const state = `switched ${isOn ? 'on' : 'off'}.`
    if (flags.json === true) printJson(changed)
    else if (isAll) printLine(`All ${changed.length} employers are ${state}`)
    else for (const employer of changed) printLine(`${employer.name} (${nameOf(employer)}) is ${state}`)
    return EXIT.ok
  })
}

export function removeEmployerCommand(name: string, flags: EmployersFlags): Promise<number> {
  const board = boardNamed(name)
  return withCore(flags, async (core) => {
    const employers = await core.client.employers.remove(board)
    const left = employers.find((employer) => isSame(employer, board))
    if (flags.json === true) printJson(left ?? null)
    else if (left === undefined) printLine(`${name} is off the list.`)
    else printLine(`${left.name} (${nameOf(left)}) came with the app: it stays on the list, switched off.`)
    return EXIT.ok
  })
}

/** "lever/acme" as it was typed. Throws CliFailure. */
export function boardNamed(typed: string): BoardName {
  const [kind = '', ...slug] = typed.trim().split('/')
  const board = boardNameSchema.safeParse({ kind: kind.toLowerCase(), slug: slug.join('/') })
  if (board.success) return board.data
  throw new CliFailure(
    `"${typed}" is no board: write it as kind/name, such as lever/acme. Kinds are ${BOARD_KINDS.join(', ')}.`,
    EXIT.usage,
  )
}

async function recognise(core: Core, text: string): Promise<RecognisedBoard[]> {
  try {
    return await core.client.employers.recognise({ text })
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'BOARD_NOT_RECOGNISED') throw error
    const { tried } = error.data as ErrorData<'BOARD_NOT_RECOGNISED'>
    throw new CliFailure(['No job board was recognised there.', ...tried.map((line) => `  ${line}`)].join('\n'))
  }
}

const HOW = { address: 'address', page: 'page', name: 'name only' } as const

function rowOf(employer: Employer): string[] {
  const { isOn, state, message, countryCode, name } = employer
  const said = message === null ? name : `${name}: ${message}`
  return [nameOf(employer), isOn ? 'on' : 'off', state, postingsOf(employer), countryCode ?? '', said]
}

function nameOf({ kind, slug }: BoardName): string {
  return `${kind}/${slug}`
}

function postingsOf({ postings }: { readonly postings: number | null }): string {
  return postings === null ? '' : String(postings)
}

function isSame(left: BoardName, right: BoardName): boolean {
  return left.kind === right.kind && left.slug.toLowerCase() === right.slug.toLowerCase()
}
