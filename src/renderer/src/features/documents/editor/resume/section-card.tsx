import { TextInput, Title } from '@mantine/core'
import { memo } from 'react'
import type { ResumeItem, ResumeSection, SectionKind } from '#shared/documents.ts'
import { useLatestCallback } from '../../../../ui/use-latest-callback.ts'
import { changed, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newItem, partsOf } from '../../model/new-parts.ts'
import { sectionName } from '../../model/part-names.ts'
import { listId } from '../../model/sorting.ts'
import { SECTION_WORDS } from '../../words.ts'
import { focusSoon } from '../edit-context.ts'
import { Sortable, SortableList } from '../sorting/sortable.tsx'
import { AddButton } from './add-button.tsx'
import { ClaimList } from './claim-list.tsx'
import { GroupList } from './group-list.tsx'
import { ItemCard, type ItemDeed } from './item-card.tsx'
import { RowTools } from './row-tools.tsx'
import classes from './resume.module.css'

const PARAGRAPHS_MOST = 20
const ITEMS_MOST = 200

/** What is done to a section. */
export type SectionDeed =
  | { readonly kind: 'change'; readonly id: string; readonly patch: Partial<ResumeSection>; readonly field?: string }
  | { readonly kind: 'move'; readonly id: string; readonly step: -1 | 1 }
  | { readonly kind: 'remove'; readonly id: string }

/** A section with its heading and whatever it holds. Drawn anew only when it changes. */
export const SectionCard = memo(function SectionCard(props: {
  readonly section: ResumeSection
  readonly index: number
  readonly count: number
  readonly act: (deed: SectionDeed) => void
}) {
  const { section, index, act } = props
  const { id } = section
  const name = sectionName(section)
  const change = useLatestCallback((patch: Partial<ResumeSection>, field?: string) =>
    act({ kind: 'change', id, patch, ...(field === undefined ? {} : { field }) }),
  )
  return (
    <Sortable
      tag="section"
      list={listId('sections')}
      id={id}
      index={index}
      name={name}
      className={classes.section}
      labelledBy={`${id}-heading`}
      isOff={!section.isShown}
    >
      {(grip) => (
        <>
          <div className={classes.sectionHead}>
            {grip}
            <Title order={2} fz="md" id={`${id}-heading`} className={classes.sectionName ?? ''}>
              {name}
              {!section.isShown && <span className={classes.off}> · left out</span>}
            </Title>
            <RowTools
              id={id}
              name={name}
              index={index}
              count={props.count}
              isShown={section.isShown}
              onMove={(step) => act({ kind: 'move', id, step })}
              onShow={(isShown) => change({ isShown })}
              onRemove={() => act({ kind: 'remove', id })}
            />
          </div>
          <SectionBody section={section} onChange={change} />
        </>
      )}
    </Sortable>
  )
})

interface BodyProps {
  readonly section: ResumeSection
  readonly onChange: (patch: Partial<ResumeSection>, field?: string) => void
}

function SectionBody({ section, onChange }: BodyProps) {
  const parts = partsOf(section)
  return (
    <div className={classes.sectionBody}>
      <Heading id={section.id} kind={section.kind} title={section.title} onChange={onChange} />
      {parts.includes('paragraphs') && (
        <ClaimList
          id={section.id}
          claims={section.paragraphs}
          word="Paragraph"
          most={PARAGRAPHS_MOST}
          isOneLine={false}
          onChange={(paragraphs, field) => onChange({ paragraphs }, field)}
        />
      )}
      {parts.includes('items') && <Items section={section} onChange={onChange} />}
      {parts.includes('groups') && (
        <GroupList id={section.id} groups={section.groups} onChange={(groups, field) => onChange({ groups }, field)} />
      )}
    </div>
  )
}

const Heading = memo(function Heading(props: {
  readonly id: string
  readonly kind: SectionKind
  readonly title: string
  readonly onChange: BodyProps['onChange']
}) {
  const { id, onChange } = props
  return (
    <TextInput
      id={`${id}-title`}
      size="xs"
      label="Heading"
      placeholder={`As the language has it for: ${SECTION_WORDS[props.kind]}`}
      maxLength={120}
      value={props.title}
      onChange={({ currentTarget: { value } }) => onChange({ title: value }, `${id} title`)}
    />
  )
})

function Items({ section, onChange }: BodyProps) {
  const { items } = section
  const list = listId('items', section.id)
  const put = (next: ResumeItem[], field?: string) => onChange({ items: next }, field)
  const add = () => {
    const item = newItem(section.kind)
    put([...items, item])
    focusSoon(`${item.id}-title`)
  }
  const act = useLatestCallback((deed: ItemDeed) => {
    if (deed.kind === 'change') put(changed(items, deed.id, deed.patch), deed.field)
    else if (deed.kind === 'move') put(moved(items, deed.id, deed.step))
    else {
      const neighbour = neighbourOf(items, deed.id)
      put(without(items, deed.id))
      focusSoon(neighbour === null ? `${section.id}-add-item` : `${neighbour.id}-fold`)
    }
  })
  return (
    <>
      <SortableList tag="div" list={list} className={classes.items}>
        {items.map((item, index) => (
          <ItemCard
            key={item.id}
            list={list}
            item={item}
            kind={section.kind}
            index={index}
            count={items.length}
            act={act}
          />
        ))}
      </SortableList>
      {items.length < ITEMS_MOST && <AddButton id={`${section.id}-add-item`} words="Add an entry" onClick={add} />}
    </>
  )
}
