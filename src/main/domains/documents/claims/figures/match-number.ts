import type { NumberSaid } from './numbers.ts'

/** How far "about" may be from the fact, and "almost" below it, as a share. */
const ABOUT_SHARE = 0.1
/** "Over 20" of 900 is true and says nothing: below this share of the fact it is another number. */
const LEAST_SHARE_OF_OVER = 0.5
const FRACTION_SLACK = 1.5
const EPSILON = 1e-6

/** Whether a stated number is the one of a fact, or honestly less exact. What is counted, the currency, the time it is per, and
 *  whether it rises or falls must not differ where both say. Pure. */
export function isSameNumber(said: NumberSaid, fact: NumberSaid): boolean {
  return isSameKind(said, fact) && movesAlike(said, fact) && isValueBacked(said, fact)
}

function isSameKind(said: NumberSaid, fact: NumberSaid): boolean {
  if (said.rate !== null && fact.rate !== null && said.rate !== fact.rate) return false
  if (isFactor(said) || isFactor(fact))
    return isFactor(said) === isFactor(fact) || said.is === 'percent' || fact.is === 'percent'
  if (said.is !== fact.is) return said.is === 'count' && said.counted === null && fact.is === 'money'
  if (said.is === 'money') return said.money === fact.money
  return said.counted === null || fact.counted === null || said.counted === fact.counted
}

function isFactor({ is }: NumberSaid): boolean {
  return is === 'times'
}

function movesAlike(said: NumberSaid, fact: NumberSaid): boolean {
  const isFactorPair = isFactor(said) || isFactor(fact)
  if (!isFactorPair && said.trend !== null && fact.trend !== null && said.trend !== fact.trend) return false
  return said.preposition === null || fact.preposition === null || said.preposition === fact.preposition
}

function isValueBacked(said: NumberSaid, fact: NumberSaid): boolean {
  if (isFactor(said) !== isFactor(fact)) return isSameChange(said, fact)
  const [value, known] = [said.value, fact.value]
  if (said.isVague) return known >= value || (fact.isVague && known === value)
  if (fact.isVague) return false
  const isEqual = Math.abs(value - known) <= Math.max(Math.abs(known) * EPSILON, EPSILON)
  switch (said.bound) {
    case 'exact':
      return isEqual && !['nearly', 'under', 'upTo'].includes(fact.bound)
    case 'over':
      return (
        (known > value && !isEqual && known * LEAST_SHARE_OF_OVER <= value) ||
        (isEqual && ['over', 'atLeast'].includes(fact.bound))
      )
    case 'atLeast':
      return known >= value && known * LEAST_SHARE_OF_OVER <= value
    case 'about':
      return Math.abs(known - value) <= Math.abs(known) * ABOUT_SHARE
    case 'nearly':
      return value >= known && value - known <= value * ABOUT_SHARE && (!isEqual || fact.bound === 'nearly')
    case 'under':
      return (value > known && known >= value * LEAST_SHARE_OF_OVER) || (isEqual && fact.bound === 'under')
    case 'upTo':
      break
  }
  return isEqual
}

/** "Doubled" is 100 % more, "halved" 50 % less. */
function isSameChange(said: NumberSaid, fact: NumberSaid): boolean {
  const [factor, percent] = isFactor(said) ? [said, fact] : [fact, said]
  if (percent.is !== 'percent') return false
  if (factor.value < 1)
    return percent.trend !== 'up' && Math.abs((1 - factor.value) * 100 - percent.value) < FRACTION_SLACK
  return percent.trend !== 'down' && Math.abs((factor.value - 1) * 100 - percent.value) < FRACTION_SLACK
}
