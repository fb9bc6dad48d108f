import { Button, TextInput, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ResumeItem, ResumeSection } from '#shared/documents.ts'
import { changed, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newItem, partsOf } from '../../model/new-parts.ts'
import { SECTION_WORDS } from '../../words.ts'
import { focusSoon } from '../edit-context.ts'
import { ClaimList } from './claim-list.tsx'
import { GroupList } from './group-list.tsx'
import { ItemCard } from './item-card.tsx'
import { RowTools } from './row-tools.tsx'
import classes from './resume.module.css'

const PARAGRAPHS_MOST = 20
const ITEMS_MOST = 200

/** A section with its heading and whatever it holds. */
export function SectionCard(props: {
  readonly section: ResumeSection
  readonly place: { readonly index: number; readonly count: number }
  readonly onChange: (patch: Partial<ResumeSection>, field?: string) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const { section, place, onChange } = props
  const kindWord = SECTION_WORDS[section.kind]
  const name = section.title === '' ? kindWord : section.title
  const parts = partsOf(section)
  return (
    <section
      className={classes.section}
      aria-labelledby={`${section.id}-heading`}
      data-off={!section.isShown || undefined}
    >
      <div className={classes.sectionHead}>
        <Title order={2} fz="md" id={`${section.id}-heading`}>
          {name}
          {!section.isShown && <span className={classes.off}> · left out</span>}
        </Title>
        <RowTools
          id={section.id}
          name={name}
          place={place}
          isShown={section.isShown}
          onMove={props.onMove}
          onShow={(isShown) => onChange({ isShown })}
          onRemove={props.onRemove}
        />
      </div>
      <TextInput
        id={`${section.id}-title`}
        size="xs"
        label="Heading"
        placeholder={`As the language has it for: ${kindWord}`}
        maxLength={120}
        value={section.title}
        onChange={({ currentTarget: { value } }) => onChange({ title: value }, `${section.id} title`)}
      />
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
    </section>
  )
}

function Items(props: {
  readonly section: ResumeSection
  readonly onChange: (patch: Partial<ResumeSection>, field?: string) => void
}) {
  const { section, onChange } = props
  const { items } = section
  const put = (next: ResumeItem[], field?: string) => onChange({ items: next }, field)
  const add = () => {
    const item = newItem(section.kind)
    put([...items, item])
    focusSoon(`${item.id}-title`)
  }
  const remove = (id: string) => {
    const neighbour = neighbourOf(items, id)
    put(without(items, id))
    focusSoon(neighbour === null ? `${section.id}-add-item` : `${neighbour.id}-fold`)
  }
  return (
    <>
      {items.map((item, index) => (
        <ItemCard
          key={item.id}
          item={item}
          kind={section.kind}
          place={{ index, count: items.length }}
          onChange={(patch, field) => put(changed(items, item.id, patch), field)}
          onMove={(step) => put(moved(items, item.id, step))}
          onRemove={() => remove(item.id)}
        />
      ))}
      {items.length < ITEMS_MOST && (
        <div>
          <Button
            id={`${section.id}-add-item`}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} aria-hidden="true" />}
            onClick={add}
          >
            Add an entry
          </Button>
        </div>
      )}
    </>
  )
}
