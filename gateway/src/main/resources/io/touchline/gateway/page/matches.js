import { ask } from './api.js';
import { age, clock, el, market, odds, percent, signed, time, words } from './format.js';

const NAMES = { HOME: '1', DRAW: 'X', AWAY: '2' };
const NOTABLE_EDGE = 0.042;

const badge = match => {
  if (match.status === 'IN_PLAY') {
    const live = match.live;
    return el('span.badge.live', {}, live?.period === 'HALF_TIME' ? 'half time' : live?.minute != null ? `${live.minute}′` : 'live');
  }
  return match.status === 'SCHEDULED' ? null : el('span.badge', {}, words(match.status));
};

const goals = (match, side) => {
  const score = match.result ?? match.live;
  return score == null || match.status === 'SCHEDULED' ? '' : String(score[`${side}Goals`]);
};

const offer = item => {
  const good = item.edge != null && item.edge >= NOTABLE_EDGE;
  return el(`div.offer${good ? '.good' : ''}`, {},
    el('div.name', {}, el('span', {}, NAMES[item.selection] ?? item.selection),
      item.edge == null ? null : el(`span.edge${item.edge > 0 ? '' : '.minus'}`, { title: 'edge at the best odds' }, signed(item.edge))),
    el('div.odds', { title: 'best odds' }, odds(item.bestOdds)),
    el('span.book', {}, item.bestBookmaker ?? ''),
    el('span.book.fair', { title: 'fair odds by our models' }, `fair ${odds(item.fairOdds)}`));
};

export const row = (match, open) => el('button.match', { type: 'button', 'data-id': match.id, onclick: () => open(match.id) },
  el('div', {},
    el('div.when', {}, badge(match), el('span', {}, time(match.kickoffAt)), el('span', {}, match.competitionName ?? match.competition ?? ''),
      match.live?.stale && match.status === 'IN_PLAY' ? el('span.badge', { title: `${match.live.source} is away; this is the last that is known` }, `score ${age(match.live.staleSeconds * 1000)} old`) : null,
      match.openAlerts ? el('span.badge.value', {}, `${match.openAlerts} open alert${match.openAlerts > 1 ? 's' : ''}`) : null),
    el('div.side', {}, el('span', {}, match.home.name), el('span', {}, goals(match, 'home'))),
    el('div.side', {}, el('span', {}, match.away.name), el('span', {}, goals(match, 'away')))),
  match.matchResult.length ? el('div.offers', {}, match.matchResult.map(offer)) : el('div.offers', {}, el('span.book', {}, 'no prices yet')));

const fairTable = markets => el('div.wide', {}, el('table', {},
  el('thead', {}, el('tr', {}, ['Market', 'Pick', 'Best odds', 'At', 'Market fair', 'Our fair', 'Edge'].map((title, at) => el(at > 1 && at !== 3 ? 'th.num' : 'th', {}, title)))),
  el('tbody', {}, markets.flatMap(item => item.selections.map(selection => el('tr', {},
    el('td', {}, market(item.market, item.line)),
    el('td', {}, words(selection.selection)),
    el('td.num', {}, odds(selection.bestOdds)),
    el('td', {}, selection.bestBookmaker),
    el('td.num', {}, odds(selection.marketFairOdds)),
    el('td.num', {}, odds(selection.fairOdds)),
    el(`td.num${selection.edge >= NOTABLE_EDGE ? '.best' : ''}`, {}, signed(selection.edge))))))));

const compareTable = comparison => {
  const picks = comparison.fair.length ? comparison.fair.map(item => item.selection) : [...new Set(comparison.bookmakers.flatMap(book => book.prices.map(price => price.selection)))];
  return el('div.wide', {}, el('table', {},
    el('thead', {}, el('tr', {}, el('th', {}, 'Bookmaker'), picks.map(name => el('th.num', {}, words(name))), el('th.num', {}, 'Margin'), el('th.num', {}, 'Seen'))),
    el('tbody', {}, comparison.bookmakers.map(book => el('tr', {},
      el('td', {}, book.bookmaker + (book.suspended ? ' (suspended)' : '')),
      picks.map(name => {
        const price = book.prices.find(item => item.selection === name);
        return el(`td.num${price?.best ? '.best' : ''}`, {}, odds(price?.odds));
      }),
      el('td.num', {}, percent(book.overround)),
      el('td.num', {}, clock(book.observedAt)))))));
};

const quiet = promise => promise.catch(() => null);

export const showDetail = async id => {
  const dialog = document.getElementById('detail');
  const at = encodeURIComponent(id);
  const match = await ask(`/api/v1/matches/${at}`);
  const [all, comparison, prediction, events, past] = await Promise.all([
    quiet(ask(`/api/v1/matches/${at}/odds`)),
    quiet(ask(`/api/v1/odds/compare?matchId=${at}`)),
    quiet(ask(`/api/v1/matches/${at}/prediction`)),
    quiet(ask(`/api/v1/matches/${at}/events`)),
    quiet(ask(`/api/v1/matches/${at}/head-to-head`))]);
  const score = match.result ?? match.live;
  dialog.replaceChildren(
    el('button.close', { type: 'button', onclick: () => dialog.close() }, 'Close'),
    el('h2', { id: 'detail-title' }, `${match.home.name} ${score && match.status !== 'SCHEDULED' ? `${score.homeGoals}–${score.awayGoals}` : 'v'} ${match.away.name}`),
    el('div.when', {}, badge(match), [time(match.kickoffAt), match.competitionName ?? match.competition, match.venue].filter(Boolean).join(' · ')),
    all?.markets.length ? el('h3', {}, 'Best prices against fair prices') : null,
    all?.markets.length ? fairTable(all.markets) : null,
    comparison?.bookmakers.length ? el('h3', {}, 'Match result at every bookmaker') : null,
    comparison?.bookmakers.length ? compareTable(comparison) : null,
    prediction ? el('h3', {}, 'What our models say') : null,
    prediction ? el('p', {}, `${percent(prediction.confidence, 0)} confidence · expected goals ${prediction.homeRate.toFixed(2)} : ${prediction.awayRate.toFixed(2)} · ${words(prediction.cutoff)} · model ${prediction.modelVersion}`) : null,
    prediction ? votes(prediction.votes) : null,
    events?.items.length ? el('h3', {}, 'Events') : null,
    events?.items.length ? el('ul', {}, events.items.map(event => el('li', {}, `${event.minute ?? '–'}′ ${words(event.type)} ${event.side ? words(event.side) : ''} ${event.player ?? ''} (${event.homeGoals}–${event.awayGoals})`))) : null,
    past?.items.length ? el('h3', {}, `Past meetings: ${past.homeWins} won, ${past.draws} drawn, ${past.awayWins} lost`) : null,
    past?.items.length ? el('ul', {}, past.items.slice(0, 6).map(item => el('li', {}, `${item.date} ${item.homeTeam} ${item.homeGoals}–${item.awayGoals} ${item.awayTeam}`))) : null);
  if (!dialog.open) dialog.showModal();
};

export const votes = list => el('div.wide', {}, el('table', {},
  el('thead', {}, el('tr', {}, el('th', {}, 'Model'), ['Weight', 'Home', 'Draw', 'Away'].map(title => el('th.num', {}, title)))),
  el('tbody', {}, list.map(vote => el('tr', {}, el('td', {}, `${words(vote.model)} ${vote.version === '0' ? '' : vote.version}`),
    [vote.weight, vote.home, vote.draw, vote.away].map(value => el('td.num', {}, percent(value, 0))))))));
