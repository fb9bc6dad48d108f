import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MoveKind } from '#shared/stages.ts'
import { spotKey, type NamedSpot } from '../words/columns.ts'
import { MOVE_WORDS, STAGE_LOOKS } from '../words/stage-words.ts'
import classes from './move-menu.module.css'

export interface Goal {
  readonly spot: NamedSpot
  readonly kind: MoveKind | null
}

/** Where a layer opens, in pixels of the window. */
export interface Anchor {
  readonly left: number
  readonly top: number
}

/** Under an element, at its left edge. */
export function anchorBelow(element: Element): Anchor {
  const { left, bottom } = element.getBoundingClientRect()
  return { left, top: bottom }
}

/** The columns that may be moved to, each with the kind of the move. */
export function GoalItems(props: { readonly goals: readonly Goal[]; readonly onPick: (spot: NamedSpot) => void }) {
  if (props.goals.length === 0) return <Menu.Label>There is nowhere to go from here</Menu.Label>
  return (
    <>
      <Menu.Label>Move to…</Menu.Label>
      {props.goals.map(({ spot, kind }) => {
        const { icon: StageIcon } = STAGE_LOOKS[spot.stage]
        const word = kind === null ? null : MOVE_WORDS[kind]
        return (
          <Menu.Item
            key={spotKey(spot)}
            leftSection={<StageIcon size={15} stroke={1.7} aria-hidden="true" />}
            rightSection={word === null ? undefined : <span className={classes.kind}>{word}</span>}
            onClick={() => props.onPick(spot)}
          >
            {spot.name}
          </Menu.Item>
        )
      })}
    </>
  )
}

/** A menu that opens at a place of the window instead of at a button. It gives the focus back by `onClose`. */
export function MenuAt(props: {
  readonly at: Anchor
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <Menu opened onClose={props.onClose} position="bottom-start" width={252} returnFocus={false} offset={4}>
      <Menu.Target>
        <span aria-hidden="true" className={classes.anchor} style={{ left: props.at.left, top: props.at.top }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={props.label} className={classes.dropdown ?? ''}>
        {props.children}
      </Menu.Dropdown>
    </Menu>
  )
}
