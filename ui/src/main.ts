import './styles/app.css';
import { mount } from 'svelte';
import App from './App.svelte';

const host = document.getElementById('app');
if (!host) throw new Error('the page has no place for the app');
export default mount(App, { target: host });
