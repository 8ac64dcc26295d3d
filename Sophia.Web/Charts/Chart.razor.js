const darkness = matchMedia('(prefers-color-scheme: dark)');
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Draws a chart of the content, which is JSON, into the element and returns what moves it along. The library is loaded once per page. */
export async function draw(element, library, json) {
  let content = JSON.parse(json);
  const echarts = await import(new URL(library, document.baseURI));
  const chart = echarts.init(element, null, { renderer: 'svg' });
  const show = () => {
    delete element.dataset.drawn;
    chart.setOption(option(content, palette(element), element.clientHeight), { notMerge: false, lazyUpdate: false });
  };
  show();
  // Keyboard and screen reader have the same links in the table.
  chart.getZr().on('click', event => {
    const point = [event.offsetX, event.offsetY];
    if (chart.containPixel('grid', point)) {
      const index = inRows(content) ? barAt(content, event.offsetY, element.clientHeight) : chart.convertFromPixel('grid', point)[0];
      const link = content.links[index];
      if (link) {
        Blazor.navigateTo(link);
      }
    }
  });
  chart.on('finished', () => { element.dataset.drawn = ''; });

  const sizes = new ResizeObserver(() => {
    // A hidden chart has no size; drawing it then would squeeze it to nothing.
    if (element.clientWidth > 0) {
      chart.resize({ animation: { duration: 0 } });
    }
  });
  sizes.observe(element);
  const themes = new MutationObserver(show);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  darkness.addEventListener('change', show);

  return {
    update(next) {
      content = JSON.parse(next);
      show();
    },
    dispose() {
      sizes.disconnect();
      themes.disconnect();
      darkness.removeEventListener('change', show);
      chart.dispose();
    },
  };
}

/** The page's colours as the browser resolves them at this moment. */
function palette(element) {
  const probe = document.createElement('span');
  element.append(probe);
  const colour = name => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    accent: colour('accent'), accentSoft: colour('accent-soft'), accentFade: colour('accent-fade'), compared: colour('compared'),
    text: colour('text'), muted: colour('muted'), line: colour('line'), surface: colour('surface-raised'), sunken: colour('sunken'),
    better: colour('better'), worse: colour('worse'), font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return colours;
}

function option(content, colours, height) {
  return {
    ...common(content, colours),
    ...drawings[content.kind](content, colours, height),
  };
}

const drawings = { area, bars, waterfall, calibration };

function common(content, colours) {
  return {
    animation: !stillness.matches,
    animationDuration: 350,
    animationDurationUpdate: 350,
    animationEasingUpdate: 'cubicOut',
    textStyle: { fontFamily: colours.font, color: colours.text },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      padding: [10, 12],
      textStyle: { color: colours.text, fontSize: 13 },
      axisPointer: { type: inRows(content) ? 'none' : 'line', lineStyle: { color: colours.line } },
      formatter: points => tooltip(content, points[0].dataIndex, colours),
    },
  };
}

function area(content, colours) {
  const line = { type: 'line', showSymbol: false, symbolSize: 7, connectNulls: false };
  const values = content.current.values;
  const expected = expectation(content);
  return {
    grid: { left: 4, right: 12, top: 16, bottom: 12, containLabel: true },
    xAxis: {
      type: 'category', data: content.categories, boundaryGap: false,
      axisLine: { onZero: false, lineStyle: { color: colours.line } }, axisTick: { show: false },
      axisLabel: { color: colours.muted, hideOverlap: true, fontSize: 12, margin: 12 },
    },
    yAxis: {
      type: 'value', splitNumber: 4,
      splitLine: { lineStyle: { color: colours.line, opacity: 0.7 } },
      axisLabel: { color: colours.muted, fontSize: 12, formatter: axisText(content) },
    },
    series: [
      // The band is what lies between two stacked courses; the lower one is not to be seen, and may lie below zero.
      { ...line, id: 'lower', stack: 'band', stackStrategy: 'all', silent: true, data: expected.lowers, lineStyle: { opacity: 0 }, z: 1 },
      {
        ...line, id: 'band', stack: 'band', stackStrategy: 'all', silent: true, data: expected.widths, lineStyle: { opacity: 0 }, z: 1,
        areaStyle: { color: colours.accentSoft, opacity: 0.75 },
      },
      {
        ...line, id: 'forecast', name: content.forecast?.name ?? '', data: expected.means,
        lineStyle: { color: colours.accent, width: 2, type: [7, 5] }, itemStyle: { color: colours.accent }, z: 3,
      },
      {
        ...line, id: 'previous', name: content.previous?.name ?? '', data: content.previous?.values ?? [],
        lineStyle: { color: colours.compared, width: 1.75, type: [5, 5] }, itemStyle: { color: colours.compared }, z: 2,
      },
      {
        ...line, id: 'current', name: content.current.name, data: content.lastIsOpen ? values.slice(0, -1) : values,
        lineStyle: { color: colours.accent, width: 2.5 }, itemStyle: { color: colours.accent }, z: 3,
        areaStyle: {
          color: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: [{ offset: 0, color: colours.accentSoft }, { offset: 1, color: colours.accentFade }] },
        },
      },
      {
        // A period that is not over yet must not look like a fall.
        ...line, id: 'open', name: content.current.name, data: content.lastIsOpen ? values.map((value, index) => index < values.length - 2 ? null : value) : [],
        areaStyle: { color: colours.accentFade },
        lineStyle: { color: colours.accent, width: 2.5, type: [2, 5], cap: 'round' }, itemStyle: { color: colours.accent }, z: 3,
      },
      {
        id: 'marks', type: 'scatter', silent: true, symbolSize: 9, itemStyle: { color: colours.worse }, z: 4,
        data: content.marks.length > 0 ? values.map((value, index) => content.marks.includes(index) ? value : null) : [],
      },
    ],
  };
}

/** The courses of what is expected. They set out from the last value that is final, so that the eye can follow. */
function expectation({ current, forecast }) {
  if (!forecast) {
    return { means: [], lowers: [], widths: [] };
  }
  const last = forecast.start > 0 ? current.values[forecast.start - 1] ?? null : null;
  const course = (values, first) => [...Array(Math.max(0, forecast.start - 1)).fill(null), ...(forecast.start > 0 ? [first] : []), ...values];
  return {
    means: course(forecast.means, last),
    lowers: course(forecast.lowers, last),
    widths: course(forecast.uppers.map((upper, index) => upper - forecast.lowers[index]), last === null ? null : 0),
  };
}

/** Promised and seen shares: where both agree, the points lie on the line. */
function calibration(content, colours) {
  const axis = name => ({
    type: 'value', min: 0, max: 1, splitNumber: 5, name, nameLocation: 'middle', nameTextStyle: { color: colours.muted, fontSize: 12 },
    axisLine: { lineStyle: { color: colours.line } }, splitLine: { lineStyle: { color: colours.line, opacity: 0.7 } },
    axisLabel: { color: colours.muted, fontSize: 12, formatter: axisText(content) },
  });
  const points = (id, series, colour, symbol) => ({
    id, type: 'line', symbol, symbolSize: 9, z: 3,
    data: series ? series.values.map((value, index) => [series.across[index], value]) : [],
    lineStyle: { color: colour, width: 1.75 }, itemStyle: { color: colour },
  });
  return {
    grid: { left: 26, right: 16, top: 16, bottom: 26, containLabel: true },
    xAxis: { ...axis(content.categories[0]), nameGap: 30 },
    yAxis: { ...axis(content.categories[1]), nameGap: 46 },
    tooltip: {
      ...common(content, colours).tooltip, trigger: 'item',
      formatter: point => point.seriesId === 'diagonal' ? '' : row(point.seriesId === 'current' ? content.current : content.previous, point.dataIndex, point.color),
    },
    series: [
      { id: 'diagonal', type: 'line', silent: true, symbol: 'none', data: [[0, 0], [1, 1]], lineStyle: { color: colours.compared, width: 1.5, type: [5, 5] }, z: 2 },
      points('previous', content.previous, colours.compared, 'diamond'),
      points('current', content.current, colours.accent, 'circle'),
    ],
  };
}

function inRows(content) {
  return content.kind === 'bars' || content.kind === 'waterfall';
}

function pitchOf(content, height) {
  return Math.min(58, height / content.categories.length);
}

function barAt(content, offset, height) {
  return Math.floor((offset - 4) / pitchOf(content, height));
}

/** Each bar below its name and its value, so that long names of stages fit on a telephone. */
function rows(content, colours, height) {
  const pitch = pitchOf(content, height);
  const names = {
    type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false },
    axisLabel: { inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 0, 12, 0], fontSize: 13, color: colours.text },
  };
  return {
    grid: { left: 0, right: 0, top: 4, height: pitch * content.categories.length },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: [
      { ...names, data: content.categories },
      {
        ...names, data: content.current.texts, position: 'right',
        axisLabel: { ...names.axisLabel, fontWeight: 600 },
      },
    ],
  };
}

function bars(content, colours, height) {
  return {
    ...rows(content, colours, height),
    series: [
      {
        id: 'current', type: 'bar', name: content.current.name, barWidth: 10, data: content.current.values,
        itemStyle: { color: colours.accent, borderRadius: 5 },
        showBackground: true, backgroundStyle: { color: colours.sunken, borderRadius: 5 },
      },
    ],
  };
}

/** Each step begins where the one before ended. */
function waterfall(content, colours, height) {
  const tones = { plain: colours.accent, better: colours.better, worse: colours.worse };
  const { values } = content.current;
  let level = 0;
  const steps = values.map((value, index) => {
    const from = index === 0 || index === values.length - 1 ? 0 : level;
    level = from + value;
    return { from: Math.min(from, level), length: Math.abs(value), colour: tones[content.tones[index]] };
  });
  const bar = { type: 'bar', stack: 'step', barWidth: 10 };
  return {
    ...rows(content, colours, height),
    series: [
      // What a step stands on is not to be seen.
      {
        ...bar, id: 'ground', silent: true, data: steps.map(step => step.from), itemStyle: { opacity: 0 },
        showBackground: true, backgroundStyle: { color: colours.sunken, borderRadius: 5 },
      },
      {
        ...bar, id: 'current', name: content.current.name,
        data: steps.map(step => ({ value: step.length, itemStyle: { color: step.colour, borderRadius: 5 } })),
      },
    ],
  };
}

function tooltip(content, index, colours) {
  const rows = [];
  if (index < content.current.labels.length) {
    rows.push(row(content.current, index, colours.accent));
  }
  if (content.previous && index < content.previous.labels.length) {
    rows.push(row(content.previous, index, colours.compared));
  }
  const { forecast } = content;
  if (forecast && index >= forecast.start) {
    rows.push(entry(`${content.categories[index]}, ${forecast.name}`, forecast.texts[index - forecast.start], colours.accentSoft));
  }
  return rows.join('');
}

function row(series, index, colour) {
  return entry(series.labels[index], series.texts[index], colour);
}

function entry(label, text, colour) {
  const mark = `<span style="display:inline-block;width:9px;height:9px;border-radius:3px;margin-right:8px;background:${colour}"></span>`;
  return `<div style="display:flex;justify-content:space-between;gap:24px;line-height:1.7"><span>${mark}${escape(label)}</span>`
    + `<b style="font-variant-numeric:tabular-nums">${escape(text)}</b></div>`;
}

/** Labels come from source systems: they are text, whatever they contain. */
function escape(text) {
  const span = document.createElement('span');
  span.textContent = text ?? '';
  return span.innerHTML;
}

/** Writes a value of the axis in the page's language: $48M, 48 Mio. $. */
function axisText({ unit, currency }) {
  const style = unit === 'money' && currency ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : unit === 'ratio' ? { style: 'percent' } : {};
  const format = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact', maximumFractionDigits: 1, ...style });
  return value => format.format(value);
}
