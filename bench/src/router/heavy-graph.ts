/**
 * The graph of the heavy query: a season of talks. Four subgraphs that know each other's entities by id only, so that every
 * change of subject is a hop, and small populations, so that lists repeat what they name.
 */
import type { Subgraphs } from './subgraph-server.ts';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

export const heavyGraph: Subgraphs = {
  schemas: {
    people: `${federation}
      type Query { people(first: Int! = 10): [Person!]! }
      type Person @key(fields: "id") { id: ID! name: String! biography: String! city: String! followers: Int! }
    `,
    venues: `${federation}
      type Query { venues(first: Int! = 10): [Venue!]! }
      type Venue @key(fields: "id") { id: ID! name: String! city: String! address: String! capacity: Int! accessible: Boolean! }
    `,
    talks: `${federation}
      type Query { talks(first: Int! = 10): [Talk!]! talk(id: ID!): Talk }
      type Talk @key(fields: "id") {
        id: ID! title: String! summary: String! minutes: Int! level: Level! venue: Venue! speakers(first: Int! = 2): [Person!]!
      }
      enum Level { FIRST_STEPS PRACTICE RESEARCH }
      type Venue @key(fields: "id") { id: ID! talks(first: Int! = 3): [Talk!]! }
      type Person @key(fields: "id") { id: ID! talks(first: Int! = 3): [Talk!]! }
    `,
    reviews: `${federation}
      type Query { reviews(first: Int! = 10): [Review!]! }
      type Review @key(fields: "id") { id: ID! text: String! stars: Int! author: Person! talk: Talk! }
      type Talk @key(fields: "id") { id: ID! reviews(first: Int! = 3): [Review!]! }
      type Person @key(fields: "id") { id: ID! reviews(first: Int! = 3): [Review!]! }
    `,
  },
  amounts: {
    entries: {},
    population: { Person: 24, Venue: 8, Talk: 40, Review: 120 },
    words: {
      'Person.biography': 12,
      'Person.name': 2,
      'Venue.address': 4,
      'Talk.title': 4,
      'Talk.summary': 16,
      'Review.text': 14,
    },
  },
};

/** 16 requests to subgraphs; the longest way is root, talks or reviews, people or talks, venues. */
export const heavyQuery = `
  query Season {
    people(first: 12) {
      ...Person
      talks(first: 3) { ...Talk venue { ...Venue } }
      reviews(first: 3) { ...Review talk { ...Talk venue { ...Venue } } }
    }
    talks(first: 16) {
      ...Talk
      venue { ...Venue }
      speakers(first: 2) { ...Person }
      reviews(first: 3) { ...Review author { ...Person } }
    }
    venues(first: 6) {
      ...Venue
      talks(first: 3) { ...Talk speakers(first: 2) { ...Person } reviews(first: 2) { ...Review author { ...Person } } }
    }
  }
  fragment Person on Person { id name biography city followers }
  fragment Venue on Venue { id name city address capacity accessible }
  fragment Talk on Talk { id title summary minutes level }
  fragment Review on Review { id text stars }
`;

export const smallQuery = `query Talks { talks(first: 5) { id title minutes level } }`;
