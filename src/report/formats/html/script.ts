/**
 * What the page can do more where scripts run: show some verdicts alone, sort a table by a click on its head, open
 * what is folded before it is printed. Written for the browser as it is, since the page's policy names its hash.
 */
export const script = `'use strict';
(() => {
  const filter = document.querySelector('.filter');
  const choices = filter && filter.querySelector('fieldset');
  const status = filter && filter.querySelector('[role=status]');
  const marked = [...document.querySelectorAll('[data-verdict]')];
  const lines = [...document.querySelectorAll('.glance li[data-verdict]')];
  const show = (verdict) => {
    for (const part of marked) part.hidden = verdict !== null && part.dataset.verdict !== verdict;
    for (const button of choices.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === (verdict || '')));
    const shown = lines.filter((line) => !line.hidden).length;
    status.textContent = verdict === null ? '' : filter.dataset.shown.replace('{shown}', String(shown));
  };
  const choice = (value, text) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.value = value;
    button.textContent = text;
    button.addEventListener('click', () => show(value || null));
    choices.append(button);
  };
  const names = new Map(lines.map((line) => [line.dataset.verdict, line.querySelector('.verdict').textContent.trim()]));
  if (filter && names.size > 1) {
    choice('', choices.dataset.all);
    for (const [verdict, text] of names) choice(verdict, text);
    show(null);
    filter.hidden = false;
    addEventListener('hashchange', () => show(null));
  }
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const valueOf = (row, at) => {
    const cell = row.cells[at];
    return 'by' in cell.dataset ? Number(cell.dataset.by) : cell.textContent.trim();
  };
  const compare = (a, b, turn) => {
    const [left, right] = [a === '', b === ''];
    if (left || right) return left - right;
    return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b)));
  };
  for (const table of document.querySelectorAll('table.sortable')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.title = head.dataset.sort;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const isUp = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
        const body = table.tBodies[0];
        const turn = isUp ? -1 : 1;
        body.append(...[...body.rows].sort((a, b) => compare(valueOf(a, at), valueOf(b, at), turn)));
      });
    });
  }
  const folded = () => [...document.querySelectorAll('details:not([open])')];
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = folded();
    for (const part of opened) part.open = true;
  });
  addEventListener('afterprint', () => {
    for (const part of opened) part.open = false;
    opened = [];
  });
})();
`;
