import { Menu } from '@mantine/core'
import { IconArrowUpRight, IconCheck, IconExternalLink, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { ApplicationCard, BoardColumn } from '#shared/applications.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { safeHref } from '../../../ui/outside-link.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { openOutside } from '../../jobs/index.ts'
import { anchorBelow, GoalItems, MenuAt, type Anchor } from '../actions/move-menu.tsx'
import { PickBar } from '../actions/pick-bar.tsx'
import { useGhosts } from '../actions/use-ghosts.ts'
import type { Moves } from '../actions/use-moves.ts'
import type { Picks } from '../actions/use-picks.ts'
import type { ApplicationsView } from '../view/applications-url.ts'
import { goals, type NamedSpot } from '../words/columns.ts'
import { STAGE_WORDS } from '../words/stage-words.ts'
import { Board } from './board.tsx'
import { lanesOf, movedWords, placeOf, withMove, type Lane } from './board-model.ts'
import classes from './board-view.module.css'
import { cardElementId } from './card.tsx'
import { NameDialog } from '../../../ui/name-dialog.tsx'
import { useBoard } from './use-board.ts'
import { useBoardCommands } from './use-board-commands.ts'
import { useBoardFocus } from './use-board-focus.ts'
import { useColumns } from './use-columns.ts'
import { useFolds } from './use-folds.ts'

const COLUMN_NAME_MOST = 60

type Asking = { readonly kind: 'add'; readonly lane: Lane } | { readonly kind: 'rename'; readonly column: BoardColumn }

interface BoardViewProps {
  readonly view: ApplicationsView
  readonly zone: string
  readonly moves: Moves
  readonly picks: Picks
  readonly blank: ReactNode
}

/** The applications as a board, with what can be done at a card by menu and by key. */
export function BoardView({ view, zone, moves, picks, blank }: BoardViewProps) {
  const navigate = useNavigate()
  const ghosts = useGhosts(zone)
  const { query, lanes, now, columns } = useBoard({ view, zone, pending: moves.pending, isQuiet: ghosts.isQuiet })
  const folds = useFolds()
  const focus = useBoardFocus(folds.split(lanes).open)
  const own = useColumns()
  const [menu, setMenu] = useState<{ readonly id: number; readonly at: Anchor } | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [said, setSaid] = useState('')
  const cards = lanes.flatMap((lane) => lane.cards)
  const find = (id: number | null) => cards.find((card) => card.id === id)

  const move = (card: ApplicationCard, to: NamedSpot, before: number | null) => {
    moves.move(card, { to, before, back: backOf(lanes, card) })
  }
  const moveByMenu = (card: ApplicationCard, to: NamedSpot) => {
    const moved = withMove(cards, { id: card.id, to, before: null }, now)
    setSaid(movedWords(lanesOf({ columns, cards: moved, total: moved.length }), card.id))
    setMenu(null)
    move(card, to, null)
    focus.focus(card.id)
  }
  const toggle = (id: number) => {
    const card = find(id)
    if (card) picks.toggle(card)
  }
  const open = (id: number) => void navigate({ to: '/applications/$id', params: { id: String(id) } })
  const withCardOf = (act: (card: ApplicationCard) => void) => (id: number) => {
    const card = find(id)
    if (card) act(card)
  }
  const toStage = (stage: 'ghosted') => ({ stage, columnId: null, name: STAGE_WORDS[stage] })
  useBoardCommands({
    card: find(focus.marked),
    picks,
    onMenu: (card) => {
      const element = document.getElementById(cardElementId(card.id))
      if (element) setMenu({ id: card.id, at: anchorBelow(element) })
    },
    onRemove: (ids) => void moves.remove(ids),
  })

  const chosen = find(menu?.id ?? null)
  const closeMenu = () => {
    setMenu(null)
    if (chosen) focus.focus(chosen.id)
  }
  if (query.isError && !query.data)
    return <ProblemBlank {...describeProblem(query.error)} onRetry={() => void query.refetch()} />
  if (!query.data) return <BoardWaiting />
  if (cards.length === 0 && (query.data.total === 0 || query.data.cards.length === 0)) return blank
  return (
    <div className={classes.view}>
      <div className={classes.line}>
        {picks.ids.size > 0 ? (
          <PickBar
            picked={[...picks.cards.values()]}
            columns={columns}
            onMove={(to) => {
              void moves.moveMany([...picks.ids], to)
              picks.clear()
            }}
            onRemove={() => {
              void moves.remove([...picks.ids])
              picks.clear()
            }}
            onClear={picks.clear}
            onAll={picks.ids.size < cards.length ? () => picks.add(cards) : null}
          />
        ) : (
          <output className={classes.count} data-stale={query.isPlaceholderData || undefined}>
            <strong>{formatQuantity(cards.length, ['application', 'applications'])}</strong>
            {cards.length < query.data.total && <span> of {query.data.total}</span>}
          </output>
        )}
        <output className="cc-unseen">{said}</output>
      </div>
      <Board
        lanes={lanes}
        columns={columns}
        now={now}
        zone={zone}
        picked={picks.ids}
        focus={focus}
        folds={folds}
        onMove={move}
        acts={{
          open,
          toggle,
          menu: (id, at) => setMenu({ id, at: anchorBelow(at) }),
          ghosted: withCardOf((card) => moveByMenu(card, toStage('ghosted'))),
          remind: withCardOf(ghosts.remind),
          notYet: ghosts.notYet,
        }}
        headActs={{
          add: (lane) => setAsking({ kind: 'add', lane }),
          rename: (column) => setAsking({ kind: 'rename', column }),
          reorder: own.reorder,
          remove: own.remove,
        }}
      />
      {menu && chosen && (
        <MenuAt at={menu.at} label={`${chosen.title} at ${chosen.company}`} onClose={closeMenu}>
          <GoalItems goals={goals(chosen, columns)} onPick={(to) => moveByMenu(chosen, to)} />
          <Menu.Divider />
          <CardItems card={chosen} onOpen={open} onToggle={toggle} onRemove={(id) => void moves.remove([id])} />
        </MenuAt>
      )}
      {asking && <AskName asking={asking} columns={own} onClose={() => setAsking(null)} />}
    </div>
  )
}

function CardItems(props: {
  readonly card: ApplicationCard
  readonly onOpen: (id: number) => void
  readonly onToggle: (id: number) => void
  readonly onRemove: (id: number) => void
}) {
  const { id, url } = props.card
  const href = url === null ? null : safeHref(url)
  return (
    <>
      <Menu.Item leftSection={<IconArrowUpRight size={15} />} onClick={() => props.onOpen(id)}>
        Open
      </Menu.Item>
      {href !== null && (
        <Menu.Item leftSection={<IconExternalLink size={15} />} onClick={() => openOutside(href)}>
          Open its link
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCheck size={15} />} onClick={() => props.onToggle(id)}>
        Select or deselect
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => props.onRemove(id)}>
        Remove
      </Menu.Item>
    </>
  )
}

function AskName(props: {
  readonly asking: Asking
  readonly columns: ReturnType<typeof useColumns>
  readonly onClose: () => void
}) {
  const { asking, columns, onClose } = props
  if (asking.kind === 'rename') {
    const { column } = asking
    return (
      <NameDialog
        title="Rename the column"
        note={`It stands for ${STAGE_WORDS[column.stage]}.`}
        initial={column.name}
        most={COLUMN_NAME_MOST}
        word="Rename"
        onSave={(name) => columns.rename(column, name)}
        onClose={onClose}
      />
    )
  }
  const { stage } = asking.lane.spot
  return (
    <NameDialog
      title="A column of your own"
      note={`It lies beside ${STAGE_WORDS[stage]} and counts as that stage.`}
      initial=""
      most={COLUMN_NAME_MOST}
      word="Add column"
      onSave={(name) => columns.add(name, stage)}
      onClose={onClose}
    />
  )
}

/** Where a card lies now, so that it can be put back there. */
function backOf(lanes: readonly Lane[], card: ApplicationCard) {
  const place = placeOf(lanes, card.id)
  const lane = place ? lanes[place.lane] : undefined
  if (!place || !lane) return null
  const { stage, columnId } = lane.spot
  return { id: card.id, to: { stage, columnId }, before: lane.cards[place.card + 1]?.id ?? null }
}

const WAITING_LANES = ['saved', 'applied', 'interviewing', 'offered']

function BoardWaiting() {
  return (
    <output aria-label="Loading applications" className={classes.waiting}>
      {WAITING_LANES.map((key) => (
        <span key={key} className={classes.waitingLane} />
      ))}
    </output>
  )
}
