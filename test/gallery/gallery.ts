import { mount } from 'svelte';
import '../../src/app.css';
import Gallery from './Gallery.svelte';

if (location.hash.includes('projector')) document.documentElement.dataset['theme'] = 'projector';
mount(Gallery, { target: document.body, props: { locale: location.hash.includes('en') ? 'en' : 'zh' } });
