import { TagsInput, TextInput } from '@mantine/core'
import type { WordGroup } from '#shared/documents.ts'
import { useHalfTyped } from '../../../../ui/half-typed.ts'
import { changed, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newGroup } from '../../model/new-parts.ts'
import { groupName } from '../../model/part-names.ts'
import { listId } from '../../model/sorting.ts'
import { focusSoon } from '../edit-context.ts'
import { Sortable, SortableList } from '../sorting/sortable.tsx'
import { AddButton } from './add-button.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { RowTools } from './row-tools.tsx'
import classes from './resume.module.css'

const GROUPS_MOST = 40
const WORDS_MOST = 100
const WORD_MAX_CHARS = 100

/** Rows of words under a label: skills, languages. */
export function GroupList(props: {
  /** Of the section that they stand in. */
  readonly id: string
  readonly groups: readonly WordGroup[]
  readonly onChange: (groups: WordGroup[], field?: string) => void
}) {
  const { groups, onChange } = props
  const add = () => {
    const group = newGroup()
    onChange([...groups, group])
    focusSoon(`${group.id}-label`)
  }
  const remove = (id: string) => {
    const neighbour = neighbourOf(groups, id)
    onChange(without(groups, id))
    focusSoon(neighbour === null ? `${props.id}-add-group` : `${neighbour.id}-label`)
  }
  const list = listId('groups', props.id)
  const row = (group: WordGroup, index: number) => {
    const name = groupName(group, index)
    return (
      <Sortable
        key={group.id}
        tag="div"
        list={list}
        id={group.id}
        index={index}
        name={name}
        className={classes.group}
        isOff={!group.isShown}
      >
        {(grip) => (
          <>
            {grip}
            <GroupFields
              group={group}
              names={[`Label of row ${index + 1}`, `Words of ${name}`]}
              onChange={(patch, field) => onChange(changed(groups, group.id, patch), field)}
            />
            <RowTools
              id={group.id}
              name={name}
              index={index}
              count={groups.length}
              isShown={group.isShown}
              onMove={(step) => onChange(moved(groups, group.id, step))}
              onShow={(isShown) => onChange(changed(groups, group.id, { isShown }))}
              onRemove={() => remove(group.id)}
            />
            <FindingNotes id={group.id} />
          </>
        )}
      </Sortable>
    )
  }
  return (
    <div className={classes.claims}>
      <SortableList tag="div" list={list} className={classes.groupList}>
        {groups.map(row)}
      </SortableList>
      {groups.length < GROUPS_MOST && (
        <AddButton id={`${props.id}-add-group`} words="Add a row of words" onClick={add} />
      )}
    </div>
  )
}

function GroupFields(props: {
  readonly group: WordGroup
  readonly names: readonly [label: string, words: string]
  readonly onChange: (patch: Partial<WordGroup>, field?: string) => void
}) {
  const { group, onChange } = props
  const [labelName, wordsName] = props.names
  // A word that Enter has not made one yet.
  const typed = useHalfTyped({ field: `${group.id} word`, value: '', isTaken: (text) => text === '' })
  return (
    <div className={classes.groupFields}>
      <TextInput
        id={`${group.id}-label`}
        aria-label={labelName}
        placeholder="Label, as: Languages"
        maxLength={80}
        value={group.label}
        onChange={({ currentTarget: { value } }) => onChange({ label: value }, `${group.id} label`)}
      />
      <TagsInput
        aria-label={wordsName}
        placeholder="Add a word and press Enter"
        maxTags={WORDS_MOST}
        splitChars={[',', ';', '\n']}
        value={group.words}
        searchValue={typed.text}
        onSearchChange={typed.setText}
        onChange={(words) => onChange({ words: words.map((word) => word.slice(0, WORD_MAX_CHARS)) })}
      />
    </div>
  )
}
