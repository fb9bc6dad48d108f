import { describe } from 'vitest'
import { BERLIN, LYON, MUNICH, POTSDAM } from '../match-job.fixture.ts'
import { holds } from './factor-cases.fixture.ts'
import { placeFactor } from './place.ts'

describe('place', () => {
  holds(placeFactor, [
    {
      name: 'in a wanted city',
      said: { cities: ['Berlin'], countries: ['DE'] },
      facts: { places: [BERLIN] },
      value: 1,
      evidence: 'In Berlin, Germany, where you want to work.',
    },
    {
      name: 'in a wanted city that the profile writes as its people do',
      said: { cities: ['München'], countries: ['DE'] },
      facts: { places: [MUNICH] },
      value: 1,
      evidence: 'In Munich, Germany, where you want to work.',
    },
    {
      name: 'near a wanted city',
      said: { cities: ['Berlin'], countries: ['DE'] },
      facts: { places: [POTSDAM] },
      value: 0.9,
      evidence: 'In Potsdam, Germany, 28 km from Berlin.',
    },
    {
      name: 'elsewhere in the country of a wanted city',
      said: { cities: ['Berlin'], countries: ['DE'] },
      facts: { places: [MUNICH] },
      value: 0.45,
      evidence: 'In Munich, Germany, not in a city you want.',
    },
    {
      name: 'in a wanted country',
      said: { countries: ['DE', 'FR'] },
      facts: { places: [LYON] },
      value: 1,
      evidence: 'In Lyon, France, a country you want.',
    },
    {
      name: 'in another country',
      said: { countries: ['DE'] },
      facts: { places: [LYON] },
      value: 0,
      evidence: 'In Lyon, France, which you did not name.',
    },
    {
      name: 'the best of several places counts',
      said: { countries: ['DE'] },
      facts: { places: [LYON, BERLIN] },
      value: 1,
      evidence: 'In Berlin, Germany, a country you want.',
    },
    {
      name: 'remote within the EU reaches a member',
      said: { countries: ['DE'] },
      facts: { places: [LYON], workplace: 'remote', remoteScope: 'eu' },
      value: 1,
      evidence: 'Remote, from the European Union: it reaches Germany.',
    },
    {
      name: 'remote within the EU does not reach Switzerland',
      said: { countries: ['CH'] },
      facts: { places: [LYON], workplace: 'remote', remoteScope: 'eu' },
      value: 0.05,
      evidence: 'Remote, from the European Union: it does not reach the countries you want.',
    },
    {
      name: 'remote within EMEA reaches Switzerland',
      said: { countries: ['CH'] },
      facts: { workplace: 'remote', remoteScope: 'emea' },
      value: 1,
      evidence: 'Remote, from Europe, the Middle East and Africa: it reaches Switzerland.',
    },
    {
      name: 'remote within its own country only',
      said: { countries: ['DE'] },
      facts: { places: [LYON], workplace: 'remote', remoteScope: 'country' },
      value: 0.05,
      evidence: 'Remote, within its country: it does not reach the countries you want.',
    },
    {
      name: 'no place is said',
      said: { countries: ['DE'] },
      facts: {},
      value: 0.5,
      isKnown: false,
      evidence: 'The posting says no place.',
    },
    {
      name: 'the workplace is as wished',
      said: { countries: ['DE'], workplaces: ['hybrid'] },
      facts: { places: [BERLIN], workplace: 'hybrid' },
      value: 1,
      evidence: 'In Berlin, Germany, a country you want; hybrid, as you wish.',
    },
    {
      name: 'on site for who wants to work remotely',
      said: { workplaces: ['remote'] },
      facts: { workplace: 'onsite' },
      value: 0.35,
      evidence: 'On site, which you did not ask for.',
    },
    {
      name: 'sponsorship is refused',
      said: { needsSponsorship: true, countries: ['DE'] },
      facts: { places: [BERLIN], visa: { status: 'refuses', evidence: 'No visas.', rule: null } },
      value: 0,
      evidence: 'In Berlin, Germany, a country you want; it refuses the sponsorship you need.',
    },
    {
      name: 'sponsorship is unstated by an employer in a register',
      said: { needsSponsorship: true },
      facts: {},
      job: { registers: ['nl'] },
      value: 0.85,
      evidence: 'Its employer is in a sponsor register.',
    },
    {
      name: 'nothing is wished',
      said: {},
      facts: { places: [LYON] },
      value: 0.5,
      isKnown: false,
      evidence: 'Your profile names no place, workplace or need for sponsorship.',
    },
  ])
})
