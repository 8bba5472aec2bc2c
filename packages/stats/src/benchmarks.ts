/** A published average NPS of an industry, to draw as a line beside one's own. */
export type NpsBenchmark = {
  /** A key for the texts of the screens. */
  industry: string
  /** −100 … 100, as published. */
  score: number
  /** Of the publication. */
  year: number
  /** Who was asked about what, in the words of the source. */
  asked: string
  source: string
  url: string
}

const xmRatings2023 = {
  year: 2023,
  asked: '10,000 consumers in the U.S. about 351 companies they had dealt with; mean of companies',
  source: 'Qualtrics XM Institute, XMI Customer Ratings – NPS, 2023',
  url: 'https://www.xminstitute.com/data-snippets/xmi-ratings-nps-2023/',
}
const xmRatings2022 = {
  year: 2022,
  asked: '10,000 consumers in the U.S. about 353 companies; mean of companies',
  source: 'Qualtrics XM Institute, XMI Customer Ratings – NPS, 2022',
  url: 'https://www.xminstitute.com/data-snippets/xmi-ratings-nps-2022/',
}
const xmEconomics2023 = {
  year: 2023,
  asked: 'Consumers in the U.S. about companies of 22 industries; mean of companies',
  source: 'Qualtrics XM Institute, Economics of NPS, 2023',
  url: 'https://www.xminstitute.com/research/economics-of-nps-2023/',
}

/**
 * Averages whose publisher states the figure and who was asked on a public page. Most published "industry
 * averages" do not, and are left out; so are means that are another's repeated. They are no goal: they differ by country,
 * by way of asking and by who answers more than most companies differ, and most are of consumers. Compare with your own
 * last wave first.
 */
export const npsBenchmarks: readonly NpsBenchmark[] = [
  { industry: 'grocery', score: 30.1, ...xmRatings2023 },
  { industry: 'retail', score: 28.4, ...xmRatings2022 },
  { industry: 'streaming_media', score: 28, ...xmEconomics2023 },
  { industry: 'airlines', score: 7, ...xmEconomics2023 },
  { industry: 'car_rental', score: 3, ...xmEconomics2023 },
  { industry: 'consumer_payments', score: -6.1, ...xmRatings2023 },
  {
    industry: 'technology_vendors',
    score: 21.2,
    year: 2018,
    asked: 'IT professionals of large companies about 61 technology vendors; mean of vendors',
    source: 'Temkin Group, Tech Vendor NPS & Loyalty Benchmark, 2018',
    url: 'https://www.prnewswire.com/news-releases/vmware-ibm-and-dellemc-are-most-likely-to-be-recommended-by-it-professionals-according-to-new-temkin-group-research-300709825.html',
  },
  {
    industry: 'legal_services',
    score: 32,
    year: 2022,
    asked: 'Clients of law firms in the U.S. about their firm',
    source: 'ClearlyRated, 2022 Legal NPS Benchmarks',
    url: 'https://www.clearlyrated.com/industry-benchmark/2022-legal-nps-benchmarks',
  },
  {
    industry: 'hr_services',
    score: 37,
    year: 2022,
    asked: 'Clients of HR service providers in the U.S. about their provider',
    source: 'ClearlyRated, 2022 HR Services NPS Benchmark',
    url: 'https://www.clearlyrated.com/solutions/rpo/nps-for-rpos/',
  },
]
