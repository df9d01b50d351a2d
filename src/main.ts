import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { openDataset } from './state/open-dataset.ts';
import { Selection } from './state/selection.svelte.ts';

const target = document.getElementById('app');
if (target !== null) {
  const dataset = openDataset(() => new Date());
  mount(App, { target, props: { dataset, selection: new Selection(location.hash, () => dataset.roster) } });
}
