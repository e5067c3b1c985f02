import Metalsmith from 'metalsmith';
Metalsmith('.').source('./texts').destination('./build');
